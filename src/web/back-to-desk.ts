import type { FastifyRequest } from 'fastify';
import { type QueuePlace, queueAddress } from '../../client/parts/queue-address.js';
import { doneQuery } from './path-parts.js';
import { placeAt } from './queue-query.js';

const CURSOR = /^[0-9a-f_-]{1,60}$/;
const START: QueuePlace = { filter: {}, before: null, keys: true };

/** The same place of the desk, with the decision that was just taken there. */
export function withDone(path: string, done: string): string {
  const [, place = '/desk', query = ''] = /^([^?#]*)\??([^#]*)/.exec(path) ?? [];
  const parameters = new URLSearchParams(query);
  parameters.set('done', done);
  return `${place}?${parameters.toString()}`;
}

/** The same for whoever is led on from an address that named a decision; any other has none to name. */
export function stillDone(path: string, { query }: Pick<FastifyRequest, 'query'>): string {
  const { done } = doneQuery.parse(query);
  return done === undefined ? path : withDone(path, done);
}

/**
 * Where in the queue something was decided or claimed. The card's form says it; a form of before does not, and then the
 * browser tells by the Referer, which our own pages send to us alone. Without either the queue's beginning is never
 * wrong. Null for the submission's own page.
 */
export function placeLeft(request: FastifyRequest, submission: string, back: string): QueuePlace | null {
  const from = URL.parse(request.headers.referer ?? '');
  const place = placeAt(back !== '' ? back : `${from?.pathname ?? ''}${from?.search ?? ''}`);
  if (place === null) return back === '' && from?.pathname === `/desk/submissions/${submission}` ? null : START;
  return place.before === null || CURSOR.test(place.before) ? place : { ...place, before: null };
}

/** The address to go back to, with the next card in hand. */
export function backToDesk(place: QueuePlace | null, { submission, done, next }: { submission: string; done?: string; next: string | null }): string {
  const said: Record<string, string> = done === undefined ? {} : { done };
  if (place === null) return `/desk/submissions/${submission}${done === undefined ? '' : `?done=${done}`}`;
  return next === null ? queueAddress(place, said) : `${queueAddress(place, { ...said, hand: next })}#s-${next}`;
}
