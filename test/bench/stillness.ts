import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startForum } from '../start/forum-process.js';
import { Victim } from '../start/killing.js';
import { setUpForum } from '../start/set-up-forum.js';
import { WIDE } from '../start/witnesses.js';
import { stillRound } from '../start/still-round.js';
import type { Ground } from './bench.js';
import { type Row, short } from './table.js';

const STILL = 20_000;

/** PostgreSQL stands still for twenty seconds under readers, writers and jobs; `npm test` does it for six. */
export async function run({ say }: Ground): Promise<Row[]> {
  const home = mkdtempSync(join(tmpdir(), 'palabre-still-'));
  const data = join(home, 'data');
  const forum = await startForum(data, { environment: WIDE });
  try {
    const category = await setUpForum(forum);
    const victim = new Victim(data);
    const { seen, forumAway, again } = await stillRound({ forum, victim, category, still: STILL });
    say(`${seen.keptAnswers} kept pages, ${seen.away} told to come back, ${seen.givenBack.length} texts given back`);
    const wrong = [...seen.odd, ...seen.kept, ...again.filter((status) => status !== 303)];
    if (wrong.length > 0) throw new Error(`odd answers: ${wrong.slice(0, 5).join('; ')}`);
    const stored = (await victim.ask<{ text: string }>('select source as text from desk.submission')).length;
    const told = seen.thanked.length + seen.givenBack.length;
    if (stored !== told) throw new Error(`${told} texts were sent, and ${stored} are stored`);
    return [
      { what: 'PostgreSQL still for 20 s: the slowest kept page', ours: short(seen.slowestKept, 'ms') },
      { what: 'same, the longest that anybody waited', ours: short(seen.slowest, 'ms'), aim: '5 000 ms' },
      { what: 'same, the forum well after it', ours: short(forumAway, 'ms'), aim: '5 000 ms' },
    ];
  } finally {
    await forum.end('SIGTERM');
    rmSync(home, { recursive: true, force: true });
  }
}
