import type { Config } from '../config/config.js';
import { Conflict } from '../errors/errors.js';
import { nothingIsOld } from '../publishing/upkeep/nothing-is-old.js';
import { Unread } from '../threads/unread.js';
import type { OpenDatabase } from '../database/open-database.js';
import type { Writer } from '../database/writer.js';
import { aftermath } from './aftermath.js';
import { dated } from './calendar.js';
import { ACCOUNTS } from './cast.js';
import { chapters } from './chapters.js';
import { comments } from './comments.js';
import { gather } from './company.js';
import { conversation } from './conversation.js';
import { Dice } from './dice.js';
import { house } from './house.js';
import { drawerOf } from './papers/drawer.js';
import { past } from './past.js';
import { perform } from './perform.js';
import { registered } from './registered.js';
import { REMINDED, reminded } from './reminded.js';
import { reported } from './reported.js';
import { Stage } from './stage.js';
import { teamActs } from './team-acts.js';
import { PAPERS } from './texts/papers.js';
import { waiting } from './waiting.js';

const OTHER_VERSION =
  'Another version of Palabre began this demonstration and did not finish it: delete its DATA_DIR and start again.';

export type Say = (line: string) => void;

interface Making {
  config: Config;
  database: OpenDatabase;
  now: Date;
  stopping: AbortSignal;
}

/** Everything that a demonstration has, act by act. @throws when `stopping` is aborted meanwhile */
export async function makeDemonstration(
  writer: Writer,
  { config, database, now: today, stopping }: Making,
  say: Say,
): Promise<void> {
  const started = performance.now();
  const now = await beginning(writer, today);
  say('Making the demonstration: people and categories');
  const company = await gather(writer, now);
  const stage = new Stage(writer, company, drawerOf(writer, config, PAPERS, { now, today }));
  const dice = new Dice('Saint-Orain');
  const dates = chapters().map((chapter) => dated(chapter, now, dice));
  const acts = [
    ...dates.flatMap((chapter) => conversation(chapter, dice)),
    ...aftermath(dates, now),
    ...house(now),
    ...teamActs(dates, now),
    ...reported(dates, now),
    ...waiting(dates, now),
    ...registered(now),
    ...comments(new URL('/demo/article', config.publicUrl).href, now),
    ...past(dates, now),
  ];
  let said = 0;
  const progress = (done: number): void => {
    const tenth = Math.floor((done / acts.length) * 10);
    if (tenth > said) say(`Making the demonstration: ${done} of ${acts.length} messages and decisions`);
    said = tenth;
    stopping.throwIfAborted();
  };
  await perform(acts, stage, progress).catch((problem: unknown) => {
    throw problem instanceof Conflict && problem.code === 'key-used' ? new Error(OTHER_VERSION) : problem;
  });
  await leaveUnread(writer, stage);
  await reminded(database, stage.member(REMINDED), now);
  // What an earlier start has begun may be of another version.
  if (now === today) await nothingIsOld(writer, 'fr');
  await writer.transaction(async (tx) => {
    await tx.query(
      `update site set name = 'Palabre', description = 'le forum du collectif Places claires', language = 'fr',
        time_zone = $1, set_up_at = $2`,
      [config.timeZone, today],
    );
    await tx.tell({ news: 'SiteChanged' });
  });
  say(`The demonstration was made in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

/**
 * The moment from which all dates are counted back. Nobody reads the site's description before the site is set up, so
 * it keeps that moment for a start that continues an interrupted one.
 */
async function beginning(writer: Writer, today: Date): Promise<Date> {
  await writer.query(`update site set description = $1 where description = ''`, [today.toISOString()]);
  const [site] = await writer.query<{ begun: string }>('select description as begun from site');
  return site === undefined || site.begun === today.toISOString() ? today : new Date(site.begun);
}

/** The four have read everything but what came in the last two days. */
async function leaveUnread(writer: Writer, stage: Stage): Promise<void> {
  const unread = new Unread(writer);
  const read = await writer.query<{ thread: number; number: number }>(
    `select p.thread_id as thread, max(p.number)::int as number from post p
     where p.published_at < (select max(last_post_at) from thread) - interval '2 days' group by p.thread_id`,
  );
  for (const name of ACCOUNTS)
    for (const { thread, number } of read) await unread.reached(stage.who(name).member?.id ?? 0, thread, number);
}
