import type { Config } from '../config/config.js';
import type { OpenDatabase } from '../database/open-database.js';
import { Writer } from '../database/writer.js';
import { accountTable, newPasswords } from './account-passwords.js';
import { colleaguesAtWork } from './colleagues.js';
import { followPages } from './follow-pages.js';
import type { Say } from './make-demonstration.js';

interface Opening {
  config: Config;
  database: OpenDatabase;
  now: Date;
  stopping: AbortSignal;
}

/**
 * A lively invented community, so that the whole forum can be tried within a minute: made at the first start, through
 * the code that all messages go through, each with its own time. The site counts as set up when all of it is there; an
 * interrupted start is continued by the next one. What makes it, with its library for pictures, is loaded only then.
 */
export async function demonstrate(opening: Opening, say: Say = console.log): Promise<(address: string) => void> {
  const writer = new Writer(opening.database.writer);
  const [site] = await writer.query<{ complete: boolean }>('select set_up_at is not null as complete from site');
  if (site?.complete !== true) {
    const { makeDemonstration } = await import('./make-demonstration.js');
    await makeDemonstration(writer, opening, say);
  }
  const [accounts, pages] = await Promise.all([
    newPasswords(writer),
    followPages(writer, opening.now),
    colleaguesAtWork(writer, opening.now),
  ]);
  return (address) => say(accountTable(accounts, pages, address));
}
