import type { FastifyRequest } from 'fastify';
import { type QueuePosition, queueAddress } from '../../../client/desk/queue-address.js';
import { positionAt, START } from './queue-query.js';

const CURSOR = /^[0-9a-f_-]{1,60}$/;

/**
 * The position in the queue from which a submission was decided or claimed. The card's form carries it; an older form
 * does not, and then the Referer tells, which our pages send to us alone. Without either, the beginning of the queue
 * is used. Null for the submission's own page.
 */
export function positionLeft(request: FastifyRequest, submission: string, back: string): QueuePosition | null {
  const from = URL.parse(request.headers.referer ?? '');
  const position = positionAt(back !== '' ? back : `${from?.pathname ?? ''}${from?.search ?? ''}`);
  if (position === null) return back === '' && from?.pathname === `/desk/submissions/${submission}` ? null : START;
  return position.before === null || CURSOR.test(position.before) ? position : { ...position, before: null };
}

/** The address to go back to, with the next card in hand. */
export function backToDesk(
  position: QueuePosition | null,
  { submission, done, next }: { submission: string; done?: string; next: string | null },
): string {
  const said: Record<string, string> = done === undefined ? {} : { done };
  if (position === null) return `/desk/submissions/${submission}${done === undefined ? '' : `?done=${done}`}`;
  return next === null ? queueAddress(position, said) : `${queueAddress(position, { ...said, hand: next })}#s-${next}`;
}
