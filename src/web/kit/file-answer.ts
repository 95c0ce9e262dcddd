import { open } from 'node:fs/promises';
import type { FastifyRequest } from 'fastify';
import { NotFound } from '../../errors/errors.js';
import type { Whole } from './answer.js';
import { FileBytes } from './file-bytes.js';
import { namesTag } from './weak-tag.js';

/** A file of the folder as somebody is given it. */
export interface GivenFile {
  path: string;
  type: string;
  /** Under which name it is saved; null for what a page shows. */
  name: string | null;
  /** Of its bytes; null for what no cache may compare. */
  tag: string | null;
  /** Whether everybody may read it. */
  open: boolean;
}

/** Nothing of a file of somebody's runs, is framed or is believed to be something else. */
const ALONE = {
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
};

/** @throws NotFound where it does not lie there: then nothing tells it from one that never was. */
export async function fileAnswer(request: FastifyRequest, file: GivenFile): Promise<Whole> {
  const size = await sizeOf(file.path);
  const headers: Record<string, string> = {
    ...ALONE,
    'content-type': file.type,
    'cache-control': file.open ? 'public, max-age=0, must-revalidate' : 'no-store',
    'accept-ranges': 'bytes',
    ...(file.name !== null && { 'content-disposition': `attachment; filename="${file.name}"` }),
    ...(file.tag !== null && { etag: `"${file.tag}"` }),
  };
  if (file.tag !== null && namesTag(request.headers['if-none-match'], `"${file.tag}"`))
    return { kind: 'whole', status: 304, headers, body: null };
  const range = rangeOf(request, size, file.tag);
  if (range === 'none')
    return { kind: 'whole', status: 416, headers: { ...headers, 'content-range': `bytes */${size}` }, body: null };
  const { from, to } = range ?? { from: 0, to: size - 1 };
  const length = { 'content-length': String(Math.max(0, to - from + 1)) };
  const part: Record<string, string> = range === null ? {} : { 'content-range': `bytes ${from}-${to}/${size}` };
  return {
    kind: 'whole',
    status: range === null ? 200 : 206,
    headers: { ...headers, ...length, ...part },
    body: size === 0 ? null : new FileBytes(file.path, from, to),
  };
}

async function sizeOf(path: string): Promise<number> {
  try {
    const file = await open(path, 'r');
    try {
      return (await file.stat()).size;
    } finally {
      await file.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new NotFound();
    throw error;
  }
}

/** One range; several are answered with the whole file. Null for the whole, 'none' for one that is not in it. */
function rangeOf(
  { headers }: FastifyRequest,
  size: number,
  tag: string | null,
): { from: number; to: number } | 'none' | null {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.range ?? '');
  if (asked === null || asked[0] === 'bytes=-') return null;
  const same = headers['if-range'];
  if (same !== undefined && same !== `"${tag}"`) return null;
  const [, first = '', last = ''] = asked;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return from > to || from >= size ? 'none' : { from, to };
}
