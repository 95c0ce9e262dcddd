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

const forMany = chooser<Encoding>(['br', 'gzip']);
const forOne = chooser<AnyEncoding>(['zstd', 'br', 'gzip']);

function chooser<E extends string>(supportedValues: E[]): (accepted: string) => E | 'identity' {
  // Browsers send a handful of spellings; other clients can only replace each other's entries.
  const chosen = new LRUCache<string, E | 'identity'>({ max: 100 });
  const negotiator = new Negotiator<E>({ supportedValues });
  return (accepted) => {
    let choice = chosen.get(accepted);
    if (choice === undefined)
      chosen.set(accepted, (choice = negotiator.negotiate(allNamed(accepted, supportedValues)) ?? 'identity'));
    return choice;
  };
}

/** `*` stands for those that are not named. The negotiator takes it for the first, even where that is refused. */
function allNamed(accepted: string, supported: readonly string[]): string {
  const parts = accepted.split(',').map((part) => part.trim());
  const names = parts.map((part) => part.replace(/\s*;.*$/, ''));
  const others = parts[names.indexOf('*')];
  if (others === undefined) return accepted;
  const unnamed = supported.filter((one) => !names.includes(one)).map((one) => `${one}${others.slice(1)}`);
  return [...parts.filter((part) => part !== others), ...unnamed].join(', ');
}

/** The negotiator knows small letters alone. */
function accepted(headers: IncomingHttpHeaders): string {
  return (headers['accept-encoding'] ?? '').toLowerCase();
}

export function encodingFor({ headers }: { headers: IncomingHttpHeaders }): Encoding {
  return forMany(accepted(headers));
}

export function encodingOnceFor({ headers }: { headers: IncomingHttpHeaders }): AnyEncoding {
  return forOne(accepted(headers));
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
