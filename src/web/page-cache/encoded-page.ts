import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Negotiator } from '@fastify/accept-negotiator';
import { LRUCache } from 'lru-cache';
import type { FastifyReply, FastifyRequest } from 'fastify';

type Encoding = 'br' | 'gzip' | 'identity';

const negotiator = new Negotiator({
  supportedValues: ['br', 'gzip'],
  // Browsers send a handful of spellings; whoever sends others pushes out others.
  cache: new LRUCache<string, string>({ max: 100 }),
});

/** A complete answer for guests: the same bytes for all of them, compressed once for each encoding. */
export class EncodedPage {
  private constructor(
    private readonly bodies: Readonly<Record<Encoding, Buffer>>,
    private readonly links: string,
    private readonly tag: string,
  ) {}

  /** Brotli at 5 and gzip at 6: the last steps before the time grows faster than the bytes shrink. */
  static async of(html: Buffer, links: string): Promise<EncodedPage> {
    const [br, zipped] = await Promise.all([
      promisify(brotliCompress)(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: html.length } }),
      promisify(gzip)(html, { level: 6 }),
    ]);
    const tag = createHash('sha256').update(html).digest('base64url').slice(0, 22);
    return new EncodedPage({ br, gzip: zipped, identity: html }, links, tag);
  }

  get bytes(): number {
    return this.bodies.br.length + this.bodies.gzip.length + this.bodies.identity.length;
  }

  /** `shared` says whether a proxy or the browser may keep it: not when the request carried a session. */
  send(request: FastifyRequest, reply: FastifyReply, shared: boolean): FastifyReply {
    const encoding = (negotiator.negotiate(request.headers['accept-encoding'] ?? '') ?? 'identity') as Encoding;
    // Each encoding has a name of its own, as HTTP asks for: they are different bytes.
    const etag = `"${this.tag}-${encoding}"`;
    reply.header('link', this.links);
    reply.header('vary', 'Accept-Encoding, Cookie');
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
