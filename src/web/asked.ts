import type { FastifyRequest } from 'fastify';
import { askedOverHttps, sessionToken } from '../visitors/session-cookie.js';
import type { Site } from '../site/site.js';
import type { Visitor } from '../visitors/visitor.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard; null before it, and where no route matched. */
    visitor: Visitor | null;
    site: Site | null;
  }
}

/** Has no page, whatever goes wrong with it. */
const COUNTS = '/articles/:site/counts.json';

export function isHttps(request: FastifyRequest, publicUrl: string): boolean {
  return askedOverHttps(publicUrl, request.headers.host, request.protocol);
}

export function tokenOf(request: FastifyRequest, publicUrl: string): string | null {
  return sessionToken(request.headers.cookie, isHttps(request, publicUrl));
}

/** Tools ask under /api, and scripts on pages elsewhere for what these may do and for counts; all read JSON, errors included. */
export function wantsJson(request: FastifyRequest): boolean {
  return request.url.startsWith('/api/') || request.routeOptions?.url === COUNTS || (request.embedding !== null && /^application\/json\b/.test(request.headers.accept ?? ''));
}
