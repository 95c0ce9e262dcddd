import type { FastifyRequest } from 'fastify';

/** What somebody wrote and could not send: an error gives it back. */
export interface KeptText {
  title: string;
  text: string;
}

/** The title and the text of the form that was sent, or null when it had none. Passwords and names are not repeated. */
export function keptText({ body }: FastifyRequest): KeptText | null {
  if (typeof body !== 'object' || body === null) return null;
  const { title, text } = body as Record<string, unknown>;
  const kept = { title: typeof title === 'string' ? title : '', text: typeof text === 'string' ? text : '' };
  return kept.title === '' && kept.text === '' ? null : kept;
}
