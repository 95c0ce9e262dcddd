import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';

export interface Registering {
  url: string;
  /** A workshop and one of its dates, by turns. */
  dates: { thread: number; date: string }[];
  atOnce: number;
  total: number;
}

/** So many people register, one seat each. Answers how many a second were taken, all of them with a 303. */
export async function register({ url, dates, atOnce, total }: Registering): Promise<{ rate: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  let left = total;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left-- > 0) {
        const { thread, date } = dates[left % dates.length] ?? { thread: 0, date: '' };
        const status = await seat(agent, url, thread, date);
        if (status !== 303) throw new Error(`a registration for ${thread} is answered with ${status}`);
      }
    }),
  );
  agent.destroy();
  return { rate: (total / (performance.now() - started)) * 1000 };
}

function seat(agent: Agent, url: string, thread: number, date: string): Promise<number> {
  const body = new URLSearchParams({
    date,
    answer: 'yes',
    name: 'Une voisine',
    key: randomBytes(18).toString('base64url'),
  }).toString();
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    origin: url,
  };
  return new Promise((resolve, reject) => {
    const path = `${url}/thread/${thread}/workshop/registrations`;
    const sending = request(path, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    sending.on('error', reject);
    sending.end(body);
  });
}
