import type { FastifyRequest } from 'fastify';
import { askedOverHttps, sessionToken } from '../../visitors/session-cookie.js';
import type { Site } from '../../site/site.js';
import type { Visitor } from '../../visitors/visitor.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard; null before it, and where no route matched. */
    visitor: Visitor | null;
    site: Site | null;
  }
}

/** Routes whose errors are never answered with a page. */
const WITHOUT_PAGE = new Set<string | undefined>(['/articles/:site/counts.json', '/towns.json']);

export function isHttps(request: FastifyRequest, publicUrl: string): boolean {
  return askedOverHttps(publicUrl, request.headers.host, request.protocol);
}

/**
 * The origin under which this visitor has reached the forum: its name, a local address or an onion. Links made with it
 * work for the same visitor.
 */
export function requestOrigin(request: FastifyRequest, publicUrl: string): string {
  return `${isHttps(request, publicUrl) ? 'https' : 'http'}://${request.host}`;
}

export function tokenOf(request: FastifyRequest, publicUrl: string): string | null {
  return sessionToken(request.headers.cookie, isHttps(request, publicUrl));
}

/**
 * Tools ask under /api, and scripts for what these may do, for counts and for towns; all read JSON, errors included.
 */
export function wantsJson(request: FastifyRequest): boolean {
  return (
    request.url.startsWith('/api/') ||
    WITHOUT_PAGE.has(request.routeOptions?.url) ||
    (request.embedding !== null && /^application\/json\b/.test(request.headers.accept ?? ''))
  );
}
