import { Agent, request } from 'node:http';
import { gunzipSync, brotliDecompressSync } from 'node:zlib';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export interface Ask {
  method: string;
  path: string;
  fields?: Record<string, string>;
  headers?: Record<string, string>;
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** One request with exactly the headers of a browser's form or link, and nothing that a client library adds. */
export function ask(url: string, cookie: string | null, { method, path, fields, headers }: Ask): Promise<Answer> {
  const body = fields ? new URLSearchParams(fields).toString() : null;
  const target = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        agent, host: target.hostname, port: target.port, method, path,
        headers: {
          ...(cookie ? { cookie } : {}),
          ...(body === null ? {} : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }),
          ...(method === 'GET' || method === 'HEAD' ? {} : { origin: target.origin }),
          accept: 'text/html', ...headers,
        },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => resolve({
          status: answer.statusCode ?? 0, headers: answer.headers, body: unpack(Buffer.concat(chunks), answer.headers['content-encoding']),
        }));
      },
    );
    sent.on('error', reject);
    sent.end(body ?? undefined);
  });
}

function unpack(bytes: Buffer, encoding: string | undefined): string {
  if (encoding === 'br') return brotliDecompressSync(bytes).toString();
  if (encoding === 'gzip') return gunzipSync(bytes).toString();
  return bytes.toString();
}
