import { Agent, request } from 'node:http';

export interface Racing {
  url: string;
  /** Of two moderators. */
  cookies: [string, string];
  /** Submissions, each decided by both at once. */
  items: string[];
  /** Races at a time. */
  atOnce: number;
}

export interface Raced {
  /** How many races ended with these two answers, lower status first: `303 409` is one winner and one who was told. */
  ends: Record<string, number>;
  rate: number;
}

const DECISIONS: Record<string, string>[] = [
  { decision: 'accept' },
  { decision: 'refuse', reason: 'off-topic' },
  { decision: 'return', reason: 'unsourced', remark: 'D’où vient-ce ?' },
  { decision: 'spam' },
];

/** Two moderators decide the same submission at the same moment, differently three times of four. */
export async function race({ url, cookies, items, atOnce }: Racing): Promise<Raced> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce * 2 });
  const ends: Record<string, number> = {};
  const left = items.map((id, index) => ({ id, index }));
  const started = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let one = left.pop(); one !== undefined; one = left.pop()) {
        const { id, index } = one;
        const places = [index % 4, Math.floor(index / 4) % 4];
        const answers = await Promise.all(
          cookies.map((cookie, who) => decide(agent, url, id, cookie, DECISIONS[places[who] ?? 0] ?? {})),
        );
        const end = answers.toSorted().join(' ');
        ends[end] = (ends[end] ?? 0) + 1;
      }
    }),
  );
  agent.destroy();
  return { ends, rate: (items.length / (performance.now() - started)) * 1000 };
}

/** One moderator decides these, half of them by an acceptance. Answers how many a second, all of them with a 303. */
export async function decideAll({
  url,
  cookie,
  items,
  atOnce,
}: {
  url: string;
  cookie: string;
  items: string[];
  atOnce: number;
}): Promise<{ rate: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const left = [...items];
  const started = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let id = left.pop(); id !== undefined; id = left.pop()) {
        const status = await decide(agent, url, id, cookie, DECISIONS[left.length % 2] ?? {});
        if (status !== 303) throw new Error(`a decision is answered ${status}`);
      }
    }),
  );
  agent.destroy();
  return { rate: (items.length / (performance.now() - started)) * 1000 };
}

function decide(
  agent: Agent,
  url: string,
  id: string,
  cookie: string,
  fields: Record<string, string>,
): Promise<number> {
  const body = new URLSearchParams({ version: '1', remark: '', ...fields }).toString();
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    origin: url,
    cookie,
  };
  return new Promise((resolve, reject) => {
    const sending = request(`${url}/desk/submissions/${id}/decision`, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    sending.on('error', reject);
    sending.end(body);
  });
}
