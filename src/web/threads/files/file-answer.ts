import type { FastifyRequest } from 'fastify';
import type { FileKind } from '../../../../client/kit/address.js';
import { bytes, type Whole } from '../../kit/answer.js';
import { namesTag, weakTag } from '../../kit/weak-tag.js';

const TYPES: Record<FileKind, string> = {
  pdf: 'application/pdf',
  epub: 'application/epub+zip',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** A file as it is kept: the same bytes for everyone of one audience and language. */
export interface KeptFile {
  kind: FileKind;
  body: Buffer;
  etag: string;
  /** What it is called on somebody's machine, without its ending. */
  name: string;
  /** The address of the thread on its page. */
  canonical: string;
  /** Whether everyone may read it. */
  open: boolean;
}

export function keptFile(file: Omit<KeptFile, 'etag'>): KeptFile {
  return { ...file, etag: weakTag(file.body) };
}

/** `shared` says whether a browser may keep it, and then asks each time whether it still holds. */
export function fileAnswer(file: KeptFile, { headers: asked }: FastifyRequest, shared: boolean): Whole {
  const { kind, body, etag, name, canonical, open } = file;
  const headers: Record<string, string> = {
    link: `<${canonical}>; rel="canonical"`,
    vary: 'Cookie',
    'x-robots-tag': 'noindex',
    'cache-control': open && shared ? 'public, max-age=0, must-revalidate' : 'no-store',
  };
  if (open && shared) {
    headers['etag'] = etag;
    if (namesTag(asked['if-none-match'], etag)) return { kind: 'whole', status: 304, headers, body: null };
  }
  // Shown by no page of ours: what a browser saves has no place among them.
  headers['content-disposition'] =
    `${kind === 'json' || kind === 'md' ? 'inline' : 'attachment'}; filename="${name}.${kind}"`;
  return bytes(TYPES[kind], body, { headers });
}
