import { Agent, request } from 'node:http';

export interface Visit {
  url: string;
  /** Each is asked once. */
  paths: string[];
  headers: Record<string, string>;
  atOnce: number;
}

/** Asks for each of these pages once, all of which must be there. */
export async function visit({ url, paths, headers, atOnce }: Visit): Promise<{ bytes: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const left = [...paths];
  let bytes = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let path = left.pop(); path !== undefined; path = left.pop()) {
        const length = await lengthOf(agent, url + path, headers);
        bytes += length;
      }
    }),
  );
  agent.destroy();
  return { bytes };
}

function lengthOf(agent: Agent, url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { agent, headers }, (answer) => {
      let bytes = 0;
      answer.on('data', (part: Buffer) => (bytes += part.length));
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve(bytes) : reject(new Error(`${url} answers ${answer.statusCode}`)),
      );
    });
    asking.on('error', reject);
    asking.end();
  });
}
