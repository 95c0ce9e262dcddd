import type { FastifyRequest } from 'fastify';

/** Addresses that new texts and edits are sent to; the form for each stands one step below. */
const WRITING = /^\/(thread\/\d+\/replies|category\/[^/]+\/(?:threads|workshops)|thread\/\d+\/posts\/\d+\/edits)$/;
const COMMENTED = /^(\/articles\/[^/]+\/[^/]+)\/comments$/;
const FOLLOWED = /^(\/(?:follow|me\/submissions)\/[^/]+)\/[a-z]+$/;

/**
 * The address of what a page shows: its own, or for the answer to a form, where that form stands. An address that only
 * accepts forms cannot be opened, so logging in from such a page would lead to a 404.
 */
export function formPage({ method, url }: Pick<FastifyRequest, 'method' | 'url'>): string {
  if (method !== 'POST') return url;
  const path = url.split('?', 1)[0] ?? '';
  return WRITING.test(path) ? `${path}/new` : path.replace(FOLLOWED, '$1').replace(COMMENTED, '$1');
}
