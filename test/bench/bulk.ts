import { setTimeout as pause } from 'node:timers/promises';
import type { Ground } from './bench.js';
import { type Row, short } from './table.js';
import { sow } from './waiting.js';

const USUAL = { items: 500 };
export const SHORT: typeof USUAL = { items: 5 };
const AUTHOR = 'Cinq cents';
const PATIENCE = 120_000;

/** Five hundred decided at once, then taken back: from the click until the page says that it is over. */
export async function run({ forum, say }: Ground, { items } = USUAL): Promise<Row[]> {
  await sow(forum, { count: items, name: AUTHOR });
  const cookie = await forum.logIn('moderator');
  const post = async (path: string, fields: Record<string, string>): Promise<string> => {
    const answer = await fetch(forum.url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: forum.url, cookie },
      body: new URLSearchParams(fields),
    });
    const to = answer.headers.get('location');
    if (answer.status !== 303 || to === null) throw new Error(`${path} answered ${answer.status}`);
    return to;
  };
  const timed = async (start: () => Promise<string>): Promise<{ time: number; cpu: number }> => {
    const [before, started] = [await forum.usage(), performance.now()];
    const page = await start();
    for (;;) {
      const html = await (await fetch(forum.url + page, { headers: { cookie } })).text();
      if (html.includes('data-bulk="over"')) break;
      if (performance.now() - started > PATIENCE) throw new Error('the bulk did not end');
      await pause(100);
    }
    return { time: performance.now() - started, cpu: ((await forum.usage()).cpu - before.cpu) / items };
  };
  const chosen = await post('/desk/bulk', { all: 'yes', back: `/desk?author=${encodeURIComponent(AUTHOR)}` });
  const decided = await timed(() => post(chosen, { decision: 'accept' }));
  const undone = await timed(() => post(`${chosen}/undo`, {}));
  say(`a bulk of ${items}: accepted in ${short(decided.time, 'ms')}, undone in ${short(undone.time, 'ms')}`);
  return [
    {
      what: `a bulk of ${items} accepted`,
      ours: short(decided.time, 'ms'),
      cpu: short(decided.cpu, 'ms'),
      aim: 'seconds',
    },
    { what: 'the same undone', ours: short(undone.time, 'ms'), cpu: short(undone.cpu, 'ms'), aim: 'seconds' },
  ];
}
