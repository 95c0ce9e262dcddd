import { setTimeout as pause } from 'node:timers/promises';
import type { ForumProcess } from './forum-process.js';
import type { Victim } from './killing.js';
import { type Seen, sendAgain, Witnesses } from './witnesses.js';

export interface Round {
  seen: Seen;
  /**
   * Milliseconds from the kill to the first query that PostgreSQL answered, and from there to the first text that was
   * thanked for.
   */
  databaseAway: number;
  forumAway: number;
  /** Answers to what was sent again. */
  again: number[];
}

/** More than are done before the kill. */
const CROWD = 400;

/** Kills PostgreSQL while people read and write and jobs are under way, and waits until all is well again. */
export async function killRound(forum: ForumProcess, victim: Victim, category: string): Promise<Round> {
  await fetch(`${forum.address}/`).then((answer) => answer.text());
  await victim.ask(`select graphile_worker.add_job('tidy-notices', '{}') from generate_series(1, ${CROWD})`);
  const witnesses = new Witnesses(forum.address, category);
  await thanked(witnesses, 1);
  const begun = performance.now();
  victim.kill();
  await victim.ask('select');
  const back = performance.now();
  await thanked(witnesses, witnesses.seen.thanked.length + 1);
  const well = performance.now();
  const seen = await witnesses.leave();
  return {
    seen,
    databaseAway: back - begun,
    forumAway: well - back,
    again: await sendAgain(forum.address, category, seen),
  };
}

/** Waits until so many texts were thanked for in all. */
export async function thanked(witnesses: Witnesses, count: number): Promise<void> {
  for (let waited = 0; witnesses.seen.thanked.length < count; waited += 10) {
    if (waited > 30_000) throw new Error(`nobody was thanked: ${JSON.stringify(witnesses.seen.odd.slice(-3))}`);
    await pause(10);
  }
}
