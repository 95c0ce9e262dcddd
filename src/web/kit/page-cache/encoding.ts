import type { IncomingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, type BrotliOptions, constants, gzip, gzipSync } from 'node:zlib';
import { Negotiator } from '@fastify/accept-negotiator';
import { LRUCache } from 'lru-cache';
import { ZstandardStream } from './zstandard-stream.js';

/** Of what is kept. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** Of what is made for one request. */
export type AnyEncoding = Encoding | 'zstd';

const zstandard = new ZstandardStream();

const forMany = negotiator<Encoding>(['br', 'gzip']);
const forOne = negotiator<AnyEncoding>(['zstd', 'br', 'gzip']);

function negotiator<E extends string>(supportedValues: E[]): Negotiator<E> {
  // Browsers send a handful of spellings; other clients can only replace each other's entries.
  return new Negotiator<E>({ supportedValues, cache: new LRUCache<string, string>({ max: 100 }) });
}

/** The negotiator knows small letters alone. */
function accepted(headers: IncomingHttpHeaders): string {
  return (headers['accept-encoding'] ?? '').toLowerCase();
}

export function encodingFor({ headers }: { headers: IncomingHttpHeaders }): Encoding {
  return forMany.negotiate(accepted(headers)) ?? 'identity';
}

export function encodingOnceFor({ headers }: { headers: IncomingHttpHeaders }): AnyEncoding {
  return forOne.negotiate(accepted(headers)) ?? 'identity';
}

/**
 * For what is sent often: the last steps before the time grows faster than the bytes shrink, and in another thread.
 */
export async function encodedForMany(html: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return promisify(gzip)(html, { level: 6 });
  return encoding === 'br' ? promisify(brotliCompress)(html, brotli(html, 5)) : html;
}

/** The same at once, where somebody asks for what is kept in another encoding than those before. */
export function encodedForManyNow(html: Buffer, encoding: Encoding): Buffer {
  if (encoding === 'gzip') return gzipSync(html, { level: 6 });
  return encoding === 'br' ? brotliCompressSync(html, brotli(html, 5)) : html;
}

/** For what is sent once or to few: quick steps. */
export function encodedQuickly(html: Buffer, encoding: Encoding): Buffer {
  if (encoding === 'gzip') return gzipSync(html, { level: 1 });
  return encoding === 'br' ? brotliCompressSync(html, brotli(html, 2)) : html;
}

/** The same for browsers that read Zstandard, as those of today do. */
export async function encodedOnce(html: Buffer, encoding: AnyEncoding): Promise<Buffer> {
  return encoding === 'zstd' ? zstandard.compress(html) : encodedQuickly(html, encoding);
}

function brotli(html: Buffer, quality: number): BrotliOptions {
  return { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: html.length } };
}
