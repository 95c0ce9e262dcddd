import { type OutgoingHttpHeaders, request } from 'node:http';

/** What comes over the wire, before anything is unpacked: `fetch` would decompress it. */
export interface RawPage {
  headers: OutgoingHttpHeaders;
  /** In base64. */
  body: string;
}

const OF_THE_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding', 'date'];

export function raw(url: string, headers: Record<string, string>): Promise<RawPage> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        if (answer.statusCode !== 200) return reject(new Error(`${url} answers ${answer.statusCode}`));
        const kept = Object.fromEntries(
          Object.entries(answer.headers).filter(([name]) => !OF_THE_CONNECTION.includes(name)),
        );
        const body = Buffer.concat(parts);
        resolve({ headers: { ...kept, 'content-length': body.length }, body: body.toString('base64') });
      });
    });
    asking.on('error', reject);
    asking.end();
  });
}
