import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { encodedForMany, encodedOnce, encodingFor, type Encoding } from './encoding.js';

const HTML = 'text/html; charset=utf-8';

/** A complete answer for guests: the same bytes for all of them, compressed once for each encoding. `bytes` is what it weighs at most. */
export class EncodedPage {
  private constructor(
    private readonly bodies: Record<Encoding, Buffer | null> & { identity: Buffer },
    private readonly links: string,
    private readonly tag: string,
    private readonly type: string,
    readonly bytes: number,
  ) {}

  static async of(html: Buffer, links: string): Promise<EncodedPage> {
    const [br, gzip] = await Promise.all([encodedForMany(html, 'br'), encodedForMany(html, 'gzip')]);
    return new EncodedPage({ br, gzip, identity: html }, links, nameOf(html), HTML, br.length + gzip.length + html.length);
  }

  /**
   * For what servers ask for, mostly as it is: compressed when somebody asks for that, and then quickly, because drawing a
   * section costs less than compressing it well.
   */
  static plain(body: Buffer, links: string, type = HTML): EncodedPage {
    return new EncodedPage({ br: null, gzip: null, identity: body }, links, nameOf(body), type, body.length * 2);
  }

  /** `shared` says whether a proxy or the browser may keep it: not when the request carried a session. */
  send(request: FastifyRequest, reply: FastifyReply, shared: boolean, varies = 'Accept-Encoding, Cookie'): FastifyReply {
    const encoding = encodingFor(request);
    // Each encoding has a name of its own, as HTTP asks for: they are different bytes.
    const etag = `"${this.tag}-${encoding}"`;
    reply.header('link', this.links);
    reply.header('vary', varies);
    reply.header('cache-control', shared ? 'public, max-age=0, must-revalidate' : 'no-store');
    if (shared) {
      reply.header('etag', etag);
      if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send();
    }
    reply.header('content-type', this.type);
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    return reply.send(this.body(encoding));
  }

  private body(encoding: Encoding): Buffer {
    return (this.bodies[encoding] ??= encodedOnce(this.bodies.identity, encoding));
  }
}

function nameOf(body: Buffer): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 22);
}

function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}
