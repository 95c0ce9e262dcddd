import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killRound, type Round } from '../start/kill-round.js';
import { Victim } from '../start/killing.js';
import { startForum } from '../start/forum-process.js';
import { setUpForum } from '../start/set-up-forum.js';
import { WIDE } from '../start/witnesses.js';
import type { Ground } from './bench.js';
import { median, type Row, short } from './table.js';

const ROUNDS = 20;

/**
 * PostgreSQL killed twenty times under readers, writers and jobs; `npm test` does it once. Throws when anything was
 * lost, doubled or odd.
 */
export async function run({ say }: Ground): Promise<Row[]> {
  const home = mkdtempSync(join(tmpdir(), 'palabre-kills-'));
  const data = join(home, 'data');
  const forum = await startForum(data, { environment: WIDE });
  try {
    const category = await setUpForum(forum);
    const victim = new Victim(data);
    const rounds: Round[] = [];
    for (let turn = 1; turn <= ROUNDS; turn++) {
      const round = await killRound(forum, victim, category);
      const {
        seen: { odd, kept, thanked, givenBack },
        databaseAway,
        forumAway,
        again,
      } = round;
      say(
        `kill ${turn}: PostgreSQL away for ${short(databaseAway, 'ms')}, the forum well ${short(forumAway, 'ms')} later, ${thanked.length} thanked for, ${givenBack.length} given back`,
      );
      const wrong = [...odd, ...kept, ...again.filter((status) => status !== 303)];
      if (wrong.length > 0) throw new Error(`odd answers: ${wrong.slice(0, 5).join('; ')}`);
      rounds.push(round);
    }
    await compare(victim, rounds);
    if (forum.child.exitCode !== null) throw new Error('the forum ended');
    const kept = rounds.reduce((sum, { seen }) => sum + seen.keptAnswers, 0);
    return [
      {
        what: `${ROUNDS} kills of PostgreSQL: the forum well after it, half of them`,
        ours: short(median(rounds.map((each) => each.forumAway)), 'ms'),
      },
      {
        what: 'same, the slowest',
        ours: short(Math.max(...rounds.map((each) => each.forumAway)), 'ms'),
        aim: '5 000 ms',
      },
      { what: 'same, kept pages asked for meanwhile, all answered', ours: short(kept) },
      {
        what: 'same, the longest that anybody waited',
        ours: short(Math.max(...rounds.map(({ seen }) => seen.slowest)), 'ms'),
        aim: '5 000 ms',
      },
    ];
  } finally {
    await forum.end('SIGTERM');
    rmSync(home, { recursive: true, force: true });
  }
}

/** Whatever was thanked for, or given back and sent again, is stored, and once. */
async function compare(victim: Victim, rounds: Round[]): Promise<void> {
  const told = rounds.flatMap(({ seen }) => [...seen.thanked, ...seen.givenBack.map(({ text }) => text)]).sort();
  const stored = (await victim.ask<{ text: string }>('select source as text from desk.submission'))
    .map(({ text }) => text)
    .sort();
  const [lost, doubled] = [
    told.filter((text) => !stored.includes(text)),
    stored.filter((text, place) => stored[place + 1] === text),
  ];
  if (lost.length + doubled.length > 0) throw new Error(`${lost.length} lost, ${doubled.length} doubled`);
}
