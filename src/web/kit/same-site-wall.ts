import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../../config/config.js';
import { isSameSite, ownHosts } from '../../visitors/same-site.js';
import { tokenOf } from './request.js';
import { ONE_CLICK } from './forms.js';
import { FromElsewhere } from './passing.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what would change something from a page of another site, whatever its content type. It stands behind the
 * reading of the form and before everything else, so that somebody whose browser hides where it comes from gets their
 * text back with the refusal; reading a form changes nothing. The one click of a mail program (RFC 8058) may come from
 * anywhere: its secret address is enough.
 */
export function buildSameSiteWall(fastify: FastifyInstance, config: Config): void {
  fastify.addHook('preValidation', (request, _reply, done) => {
    // A comment from a page elsewhere is handled as a guest's, and its cookie is ignored (src/web/kit/embedding.ts).
    if (
      SAFE.has(request.method) ||
      request.embedding?.elsewhere === true ||
      request.routeOptions.url === ONE_CLICK ||
      isFromHere(request, config)
    )
      done();
    else done(new FromElsewhere());
  });
}

/** Whether a page of ours sent it, as far as the browser says. */
export function isFromHere(request: FastifyRequest, config: Config): boolean {
  const { headers } = request;
  const fetchSite = headers['sec-fetch-site'];
  return isSameSite({
    hosts: ownHosts(headers.host, config.publicUrl),
    origin: headers.origin,
    fetchSite: Array.isArray(fetchSite) ? fetchSite.join() : fetchSite,
    referer: headers.referer,
    hasSession: tokenOf(request, config.publicUrl) !== null,
  });
}
