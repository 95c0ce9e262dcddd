import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { encodedForMany, encodingFor, type Encoding } from './encoding.js';

/** A complete answer for guests: the same bytes for all of them, compressed once for each encoding. */
export class EncodedPage {
  private constructor(
    private readonly bodies: Readonly<Record<Encoding, Buffer>>,
    private readonly links: string,
    private readonly tag: string,
  ) {}

  static async of(html: Buffer, links: string): Promise<EncodedPage> {
    const [br, gzip] = await Promise.all([encodedForMany(html, 'br'), encodedForMany(html, 'gzip')]);
    const tag = createHash('sha256').update(html).digest('base64url').slice(0, 22);
    return new EncodedPage({ br, gzip, identity: html }, links, tag);
  }

  get bytes(): number {
    return this.bodies.br.length + this.bodies.gzip.length + this.bodies.identity.length;
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
    reply.header('content-type', 'text/html; charset=utf-8');
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    return reply.send(this.bodies[encoding]);
  }
}

function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}
