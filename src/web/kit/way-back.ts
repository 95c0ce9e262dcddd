import type { FastifyRequest } from 'fastify';
import type { Outcome } from './outcome.js';

const PLACE = /^\/(?:thread\/\d{1,12}|category\/[a-z0-9-]{1,200})(?=\/)/;
const NEED_ACCOUNT = ['guests-may-not-write', 'section-members'];

/**
 * Where somebody goes on whom a place has refused something: back to it, and by way of an account where that helps.
 * Only of what they may see: an address where there is nothing for them says nothing.
 */
export function wayBack(
  { status, code }: Outcome,
  request: FastifyRequest,
): { back: string | null; account: string | null } {
  const back = status === 403 || status === 409 ? (PLACE.exec(request.url)?.[0] ?? null) : null;
  const asked = request.method === 'GET' ? request.url : back;
  return { back, account: NEED_ACCOUNT.includes(code) ? asked : null };
}
