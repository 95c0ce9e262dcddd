import type { Ground } from './bench.js';
import type { Raced, Racing } from './children/deciders.js';
import { type Row, short } from './table.js';
import { sow } from './waiting.js';

const USUAL = { races: 10_000 };
export const SHORT: typeof USUAL = { races: 16 };
const AUTHOR = 'Course';

/**
 * Ten thousand races of two moderators for one submission. Anything but one winner and one who is told so ends the
 * run: this bench is a promise, not a figure.
 */
export async function run({ forum, load, say }: Ground, { races } = USUAL): Promise<Row[]> {
  const items = await sow(forum, { count: races, name: AUTHOR });
  const cookies: Racing['cookies'] = [await forum.logIn('moderator'), await forum.logIn('administrator')];
  const before = await forum.usage();
  const { ends, rate } = await load.ask<Raced>('race', { url: forum.url, cookies, items, atOnce: 4 } satisfies Racing);
  const cpu = ((await forum.usage()).cpu - before.cpu) / races;
  say(
    `races of two decisions: ${Object.entries(ends)
      .map(([end, count]) => `${count} × ${end}`)
      .join(', ')}`,
  );
  if (ends['303 409'] !== races) throw new Error(`not every race had one winner: ${JSON.stringify(ends)}`);
  const {
    rows: [log],
  } = await forum.beside((client) =>
    client.query<{ decided: number; twice: number; waiting: number }>(
      `select count(distinct s.id)::int as decided, (count(*) - count(distinct s.id))::int as twice,
        (count(*) filter (where s.status = 'waiting'))::int as waiting
     from desk.submission s join desk.decision d on d.submission_id = s.id where s.author_name = $1`,
      [AUTHOR],
    ),
  );
  if (log?.decided !== races || log.twice !== 0 || log.waiting !== 0)
    throw new Error(`the log tells of something else: ${JSON.stringify(log)}`);
  return [
    {
      what: `races of two decisions on one item, one winner in ${races} of ${races}`,
      ours: short(rate, '/s'),
      cpu: short(cpu, 'ms'),
      aim: 'all',
    },
  ];
}
