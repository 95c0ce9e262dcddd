import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';

export interface RawAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** What really goes over the wire: no decompression, no cookie, no header but those that are named. */
export function askRaw(
  address: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { method, headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.on('error', reject).end(body);
  });
}

/** What was compressed for the wire. */
export function unpacked(answer: RawAnswer | undefined): Buffer {
  const body = answer?.body ?? Buffer.alloc(0);
  if (answer?.headers['content-encoding'] === 'br') return brotliDecompressSync(body);
  if (answer?.headers['content-encoding'] === 'zstd') return zstdDecompressSync(body);
  return answer?.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
}
