import type { FastifyRequest } from 'fastify';

const CURSOR = /^[0-9a-f_-]{1,60}$/;

/**
 * Back to where the decision was taken: the submission's own page, or the same place of the queue. The browser tells
 * by the Referer, which our own pages send to us alone; without it the queue's beginning is never wrong.
 */
export function backToDesk(request: FastifyRequest, submission: string, done: string): string {
  const from = URL.parse(request.headers.referer ?? '');
  if (from?.pathname === `/desk/submissions/${submission}`) return `/desk/submissions/${submission}?done=${done}`;
  const before = from?.pathname === '/desk' ? (from.searchParams.get('before') ?? '') : '';
  return CURSOR.test(before) ? `/desk?before=${before}&done=${done}` : `/desk?done=${done}`;
}
