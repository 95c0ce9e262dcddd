import type { FastifyRequest } from 'fastify';
import { doneQuery, sentQuery } from './path-parts.js';

function withParameter(path: string, name: string, value: string): string {
  const [, place = '/desk', query = ''] = /^([^?#]*)\??([^#]*)/.exec(path) ?? [];
  const parameters = new URLSearchParams(query);
  parameters.set(name, value);
  return `${place}?${parameters.toString()}`;
}

/** The same place of the desk, with the decision that was just taken there. */
export function withDone(path: string, done: string): string {
  return withParameter(path, 'done', done);
}

/**
 * The same for a redirection from an address that named a decision, or a post that was just sent; from any other
 * address nothing is added.
 */
export function stillDone(path: string, { query }: Pick<FastifyRequest, 'query'>): string {
  const { done } = doneQuery.parse(query);
  const { sent } = sentQuery.parse(query);
  const withSent = sent === undefined ? path : withParameter(path, 'sent', String(sent));
  return done === undefined ? withSent : withDone(withSent, done);
}
