import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '../../clock/clock.js';
import type { Config } from '../../config/config.js';
import { Visitor } from '../../visitors/visitor.js';
import { answerWith } from './answer-with.js';
import { HostOrigins } from './host-origins.js';
import { PageCache } from './page-cache/page-cache.js';
import { isFromHere } from './same-site-wall.js';

declare module 'fastify' {
  interface FastifyRequest {
    /**
     * For routes that pages elsewhere may use: whether one of them asks, and whether its origin is one that its site
     * has named.
     */
    embedding: { elsewhere: boolean; listed: boolean } | null;
  }
}

/** What pages elsewhere may read of a site, and where they send. */
const READ = /^\/articles\/([a-z0-9-]+)\/(?:[^/?]+\/comments\.(?:html|xml)|counts\.json|comments\.xml)(?:\?|$)/;
const SEND = /^\/articles\/([a-z0-9-]+)\/[^/?]+\/comments(?:\?|$)/;

/** What these answers depend on besides their address. */
export const VARIES = 'Accept-Encoding, Origin';

/** The name under which the page cache keeps what is read from elsewhere: such answers have headers of their own. */
export function embeddedKey(url: string): string {
  return `embedded ${url}`;
}

/**
 * Lets the pages of a site read its sections: from any place by a server, from the site's own origins by a script.
 * Every visitor is a guest here: browsers may send the cookie from a sister domain, and it is ignored. A kept answer
 * is sent before any other part of the program runs.
 */
export function letEmbed(app: NestFastifyApplication, config: Config): void {
  const [{ forGuests }, origins, clock] = [app.get(PageCache), app.get(HostOrigins), app.get(Clock)];
  const fastify = app.getHttpAdapter().getInstance();
  fastify.decorateRequest('embedding', null);
  fastify.addHook('onRequest', (request, reply, done) => {
    const {
      url,
      method,
      headers: { origin },
    } = request;
    if (!url.startsWith('/articles/')) return done();
    const reads = method === 'GET' || method === 'HEAD' ? READ.exec(url) : null;
    const site = (reads ?? (method === 'POST' ? SEND.exec(url) : null))?.[1];
    if (site === undefined) return done();
    void reply.header('cross-origin-resource-policy', 'cross-origin').header('vary', VARIES);
    const elsewhere = reads !== null || !isFromHere(request, config);
    if (elsewhere) request.visitor = Visitor.guest();
    const go = (listed: boolean): void => {
      if (listed && origin !== undefined)
        void reply
          .header('access-control-allow-origin', origin)
          .header('access-control-expose-headers', 'Retry-After');
      request.embedding = { elsewhere, listed };
      const page = reads === null ? undefined : forGuests.get(embeddedKey(url), clock.now());
      if (page === undefined) done();
      else reply.send(answerWith(reply, page.answer(request, true, VARIES)));
    };
    if (origin === undefined) go(false);
    else origins.has(site, origin).then(go, done);
  });
}
