import type { FastifyRequest } from 'fastify';

/** What somebody wrote and could not send: an error gives it back, and says where it can be sent to again. */
export interface KeptText {
  title: string;
  text: string;
  name: string;
  email: string;
  action: string | null;
  replyTo: number | null;
}

/** Forms for new texts: they can be sent again as they are, by way of their preview. */
const SENDS_NEW = /^\/(thread\/\d+\/replies|category\/[a-z0-9-]+\/threads|articles\/[a-z0-9-]+\/[^/]+\/comments)$/;

/** The text of the form that was sent, or null when it had none. Passwords are never repeated. */
export function keptText({ body, method, url }: FastifyRequest): KeptText | null {
  if (method !== 'POST' || typeof body !== 'object' || body === null) return null;
  const typed = (name: string): string => {
    const value: unknown = Object.hasOwn(body, name) ? (body as Record<string, unknown>)[name] : '';
    return typeof value === 'string' ? value : '';
  };
  const [title, text] = [typed('title'), typed('text')];
  if (title === '' && text === '') return null;
  const path = url.split('?', 1)[0] ?? '';
  const replyTo = /^\d{1,9}$/.test(typed('replyTo')) ? Number(typed('replyTo')) : null;
  return { title, text, name: typed('name'), email: typed('email'), action: SENDS_NEW.test(path) ? path : null, replyTo };
}
