import { createHash } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync, brotliDecompressSync, zstdDecompressSync } from 'node:zlib';
import { pdfFacts, unzipped } from '../../carried.js';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** Of a form; a field that repeats is a list. */
export type SentFields = Readonly<Record<string, string | readonly string[]>>;

export interface Ask {
  method: string;
  path: string;
  fields?: SentFields;
  headers?: Record<string, string>;
  /** The pattern that the path was made from. */
  route?: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

function encoded(fields: SentFields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each]));
  return new URLSearchParams(pairs).toString();
}

/** How long a reader comes again where the forum says that its database is late. */
const PATIENCE = 60_000;
const PAUSE = 250;

/**
 * What the forum answers; where it says that its database is late, which a busy machine may be, whoever reads comes
 * again, as that answer asks them to.
 */
export async function ask(url: string, cookie: string | null, one: Ask): Promise<Answer> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const answer = await once(url, cookie, one);
    const late = answer.status === 503 && (one.method === 'GET' || one.method === 'HEAD');
    if (!late || performance.now() > end) return answer;
    await pause(PAUSE);
  }
}

/** One request with exactly the headers of a browser's form or link, and nothing that a client library adds. */
function once(url: string, cookie: string | null, { method, path, fields, headers }: Ask): Promise<Answer> {
  const body = fields ? encoded(fields) : null;
  const target = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        host: target.hostname,
        port: target.port,
        method,
        path,
        headers: {
          ...(cookie ? { cookie } : {}),
          ...(body === null
            ? {}
            : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }),
          // As a link of a page of ours: what a file gives to members it gives to no page of another site.
          ...(method === 'GET' || method === 'HEAD' ? { 'sec-fetch-site': 'same-origin' } : { origin: target.origin }),
          accept: 'text/html',
          ...headers,
        },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const body = unpack(Buffer.concat(chunks), answer.headers['content-encoding']);
          void readable(body, answer.headers['content-type']).then(
            (text) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
            reject,
          );
        });
      },
    );
    sent.on('error', reject);
    sent.end(body ?? undefined);
  });
}

/** What stands in it for whoever opens it: a file is looked into, and its bytes are compared, too. */
async function readable(body: Buffer, type: string | undefined): Promise<string> {
  if (body.length === 0 || (type !== 'application/pdf' && type !== 'application/epub+zip')) return body.toString();
  const digest = createHash('sha256').update(body).digest('hex');
  if (type === 'application/epub+zip')
    return [digest, ...[...unzipped(body)].map(([name, text]) => `${name}\n${text}`)].join('\n');
  const known = read.get(digest) ?? pdfText(body);
  read.set(digest, known);
  return `${digest}\n${await known}`;
}

/** Both forums give the same files to many people, to several of them at once. */
const read = new Map<string, Promise<string>>();

async function pdfText(body: Buffer): Promise<string> {
  const { pages, bookmarks, links, info } = await pdfFacts(body);
  return [...pages, ...bookmarks, ...links, JSON.stringify(info)].join('\n');
}

function unpack(bytes: Buffer, encoding: string | undefined): Buffer {
  if (encoding === 'br') return brotliDecompressSync(bytes);
  if (encoding === 'zstd') return zstdDecompressSync(bytes);
  if (encoding === 'gzip') return gunzipSync(bytes);
  return bytes;
}
