import { Agent, request } from 'node:http';
import { randomBytes } from 'node:crypto';

/**
 * `total` guests' replies to one thread, `senders` at a time. Answers how many a second were taken, all of them with a
 * 303.
 */
export async function send({
  url,
  path,
  senders,
  total,
}: {
  url: string;
  path: string;
  senders: number;
  total: number;
}): Promise<{ rate: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: senders });
  let left = total;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: senders }, async () => {
      while (left-- > 0) {
        const status = await reply(agent, url, path, left);
        if (status !== 303) throw new Error(`${path} answers ${status}`);
      }
    }),
  );
  agent.destroy();
  return { rate: (total / (performance.now() - started)) * 1000 };
}

function reply(agent: Agent, url: string, path: string, number: number): Promise<number> {
  const text = `Relevé ${number} : un tube, 3 m, direction 90, panneau non. Vu {deux fois} cette semaine, à l'aller et au retour.\n\nPersonne ne sait qui regarde.`;
  const body = new URLSearchParams({
    text,
    name: 'Passante',
    email: '',
    key: randomBytes(18).toString('base64url'),
  }).toString();
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    origin: url,
  };
  return new Promise((resolve, reject) => {
    const sending = request(url + path, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    sending.on('error', reject);
    sending.end(body);
  });
}
