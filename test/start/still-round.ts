import { setTimeout as pause } from 'node:timers/promises';
import type { ForumProcess } from './forum-process.js';
import type { Victim } from './killing.js';
import { type Round, thanked } from './kill-round.js';
import { sendAgain, Witnesses } from './witnesses.js';

/** Lets PostgreSQL stand still for a while under readers, writers and jobs, and waits until all is well again. */
export async function stillRound({
  forum,
  victim,
  category,
  still,
}: {
  forum: ForumProcess;
  victim: Victim;
  category: string;
  still: number;
}): Promise<Round> {
  await fetch(`${forum.address}/`).then((answer) => answer.text());
  await victim.ask(`select graphile_worker.add_job('tidy-notices', '{}') from generate_series(1, 100)`);
  const witnesses = new Witnesses(forum.address, category);
  await thanked(witnesses, 1);
  victim.standStill();
  try {
    await pause(still);
  } finally {
    victim.goOn();
  }
  const back = performance.now();
  await thanked(witnesses, witnesses.seen.thanked.length + 1);
  const well = performance.now();
  const seen = await witnesses.leave();
  return { seen, databaseAway: still, forumAway: well - back, again: await sendAgain(forum.address, category, seen) };
}
