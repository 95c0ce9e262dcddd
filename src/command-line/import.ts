import { SystemClock } from '../clock/clock.js';
import { catalogues } from '../../client/kit/make-ui.js';
import type { Config } from '../config/config.js';
import { openDatabase } from '../database/open-database.js';
import { Writer } from '../database/writer.js';
import { importSpip, type Progress, type SpipImport } from '../import/import-spip.js';
import type { Language } from '../visitors/visitor.js';
import { reportLines } from './report-lines.js';

type Say = (line: string) => void;

/** Opens the forum's database for one import and answers with the report, in `language` or in that of the forum. */
export async function moveFromSpip(
  config: Config,
  asked: SpipImport,
  language: Language | null,
  say: Say,
): Promise<string> {
  const clock = new SystemClock();
  const database = await openDatabase(config, { as: 'command' });
  try {
    const writer = new Writer(database.writer);
    const started = performance.now();
    const report = await importSpip(writer, asked, clock.now(), sayProgress(say));
    const [site] = await writer.query<{ language: Language }>('select language from site');
    say(`Done in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
    const heading = { dry: asked.dryRun, emails: asked.emails };
    return reportLines(report, catalogues[language ?? site?.language ?? 'fr'].spip, heading).join('\n');
  } finally {
    await database.close();
  }
}

/** Prints a line for each tenth of the dump that is read, and of the messages that are imported. */
function sayProgress(say: Say): (at: Progress) => void {
  let said = '';
  return (at) => {
    const tenth = Math.floor(10 * ('reading' in at ? at.reading : at.done / Math.max(at.of, 1)));
    const line = 'reading' in at ? `Reading the dump: ${tenth}0 %` : `Bringing the messages: ${tenth}0 %`;
    if (line === said) return;
    said = line;
    say('reading' in at ? line : `${line} (${at.done} of ${at.of})`);
  };
}
