import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Negotiator } from '@fastify/accept-negotiator';
import { LRUCache } from 'lru-cache';
import type { FastifyRequest } from 'fastify';

export type Encoding = 'br' | 'gzip' | 'identity';

const negotiator = new Negotiator<Encoding>({
  supportedValues: ['br', 'gzip'],
  // Browsers send a handful of spellings; whoever sends others pushes out others.
  cache: new LRUCache<string, string>({ max: 100 }),
});

export function encodingFor(request: FastifyRequest): Encoding {
  return negotiator.negotiate(request.headers['accept-encoding'] ?? '') ?? 'identity';
}

/**
 * What is compressed once and sent often takes the last steps before the time grows faster than the bytes shrink;
 * what is sent once takes the first, which costs a fifth and weighs a tenth more.
 */
const EFFORT = { often: { br: 5, gzip: 6 }, once: { br: 1, gzip: 1 } } as const;

/** In one call and in another thread: a stream, as the plugin has it, costs more than the compression itself. */
export async function encoded(html: Buffer, encoding: Encoding, sent: keyof typeof EFFORT): Promise<Buffer> {
  const { br, gzip: level } = EFFORT[sent];
  if (encoding === 'gzip') return promisify(gzip)(html, { level });
  if (encoding === 'identity') return html;
  return promisify(brotliCompress)(html, {
    params: { [constants.BROTLI_PARAM_QUALITY]: br, [constants.BROTLI_PARAM_SIZE_HINT]: html.length },
  });
}
