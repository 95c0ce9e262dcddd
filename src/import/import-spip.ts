// Imports the comments of a site that runs SPIP. They are read from a dump, put in order, and sent through
// src/reception like every contribution, so that publish() makes every post. Nothing here may write a post in another
// way.
import type { Writer } from '../database/writer.js';
import { Reception } from '../reception/reception.js';
import { SiteEntity } from '../site/site.entity.js';
import { InstallationSecret } from '../submissions/installation-secret.js';
import { Submissions } from '../submissions/submissions.js';
import { openDump } from './dump/open-dump.js';
import { Report } from './report.js';
import { Addresses } from './spip/addresses.js';
import { bringArticles } from './spip/bring-articles.js';
import { bringMessages } from './spip/bring-messages.js';
import { choosePrefix } from './spip/choose-prefix.js';
import { drawUp } from './spip/draw-up.js';
import type { Move } from './spip/move.js';
import { receivingSite } from './spip/receiving-site.js';
import { stage } from './spip/stage.js';
import { Staging } from './spip/staging.js';
import { takeTurns } from './spip/take-turns.js';

export interface SpipImport {
  /** A file. */
  dump: string;
  /** Slug; null for the only one. */
  site: string | null;
  dryRun: boolean;
  emails: boolean;
  /** Whether the link beside a message becomes its last line. */
  links: boolean;
  /** Of the tables; null for the only one. */
  prefix: string | null;
  /** The address of an article, with `{id}` for its number; null to take it from the dump. */
  articleAddress: string | null;
}

/** Progress: the part of the dump that was read, or how many messages are done. */
export type Progress = { reading: number } | { done: number; of: number };

/**
 * Brings the articles of a site of SPIP and their messages into the sections of one of our sites. Whatever stops it,
 * the next run goes on where it was; what is here already is left alone.
 *
 * @throws NoDump or CutDump with a sentence for the administrator.
 */
export async function importSpip(
  writer: Writer,
  asked: SpipImport,
  now: Date,
  progress: (at: Progress) => void = () => undefined,
): Promise<Report> {
  const staging = new Staging();
  try {
    const move = await prepare(writer, asked, { staging, now, progress });
    await bringArticles(move);
    await bringAll(move, progress);
    return move.report;
  } finally {
    staging.close();
  }
}

interface Preparing {
  staging: Staging;
  now: Date;
  progress: (at: Progress) => void;
}

async function prepare(writer: Writer, asked: SpipImport, { staging, now, progress }: Preparing): Promise<Move> {
  const forum = await writer.repository(SiteEntity).findOneByOrFail({ one: true });
  const site = await receivingSite(writer, asked.site);
  const report = new Report();
  report.site = site.name;
  const dump = await openDump(asked.dump, (reading) => progress({ reading }));
  await stage(dump, staging, asked);
  report.read.unreadable = dump.unreadable;
  const prefix = choosePrefix(staging);
  const addresses = Addresses.of(staging, prefix, asked.articleAddress);
  await staging.together(() => {
    drawUp({ staging, prefix, addresses, now, links: asked.links, timeZone: forum.timeZone }, report);
    takeTurns(staging, prefix, report);
  });
  const reception = new Reception(writer, new Submissions(writer, new InstallationSecret(writer), { limitFactor: 1 }));
  return {
    writer,
    reception,
    site,
    staging,
    prefix,
    addresses,
    report,
    ...forum,
    emails: asked.emails,
    dry: asked.dryRun,
  };
}

async function bringAll(move: Move, progress: (at: Progress) => void): Promise<void> {
  const of = move.staging.one<{ count: number }>('select count(*) as count from draft')?.count ?? 0;
  let done = 0;
  try {
    await bringMessages(move, (count) => {
      done += count;
      progress({ done, of });
    });
  } finally {
    // The only news of an import, instead of news for each message: pages that are kept may be older than the
    // messages.
    if (!move.dry) await move.writer.transaction((tx) => tx.tell({ news: 'SiteChanged' }));
  }
}
