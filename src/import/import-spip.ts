// Texts that people wrote elsewhere come in here, and stay theirs: read from a dump, put in order, and sent through the
// reception of the desk like all else, so that publish() makes every post. Nothing of it may go round that door.
import type { Writer } from '../database/writer.js';
import { Reception } from '../desk/reception.js';
import { InstallationSecret } from '../submissions/installation-secret.js';
import { Submissions } from '../submissions/submissions.js';
import type { Language } from '../visitors/visitor.js';
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
  /** Where an article is, with `{id}`; null as the dump says. */
  articleAddress: string | null;
}

/** What is going on: `part` of the dump read, or so many messages of all. */
export type Progress = { reading: number } | { done: number; of: number };

/**
 * Brings the articles of a site of SPIP and their messages into the sections of one of our sites. Whatever stops it, the
 * next run goes on where it was; what is here already is left alone.
 *
 * @throws NoDump or CutDump with a sentence for the administrator.
 */
export async function importSpip(writer: Writer, asked: SpipImport, now: Date, progress: (at: Progress) => void = () => undefined): Promise<Report> {
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
  const [forum] = await writer.query<{ timeZone: string; language: Language }>('select time_zone as "timeZone", language from site');
  if (forum === undefined) throw new Error('the site has no row');
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
  return { writer, reception, site, staging, prefix, addresses, report, ...forum, emails: asked.emails, dry: asked.dryRun };
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
    // The one thing that is told, and told of no message: what was kept of pages may be older than what was brought.
    if (!move.dry) await move.writer.transaction((tx) => tx.tell({ news: 'SiteChanged' }));
  }
}
