import type { FastifyInstance } from 'fastify';
import type { Config } from '../../config/config.js';
import { isSameSite, ownHosts } from '../../visitors/same-site.js';
import { Visitor } from '../../visitors/visitor.js';

const SEARCH = /^\/search(?:[/?]|$)/;

/**
 * A page of another site that sends a member's browser here must not learn what that member may read, not even from
 * how long the answer takes or how large it is: such a request is a guest's, whatever cookie comes along.
 */
export function answerElsewhereAsGuests(fastify: FastifyInstance, config: Config): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (SEARCH.test(request.url)) {
      const { headers } = request;
      const fetchSite = headers['sec-fetch-site'];
      const here = isSameSite({
        hosts: ownHosts(headers.host, config.publicUrl),
        origin: headers.origin,
        fetchSite: Array.isArray(fetchSite) ? fetchSite.join() : fetchSite,
        referer: headers.referer,
        // A browser that says nothing was sent by nobody: somebody typed the address.
        hasSession: false,
      });
      if (!here) request.visitor = Visitor.guest();
    }
    done();
  });
}
