import type { Writer } from '../../database/writer.js';
import { drawn, DRAWN_ROWS } from './drawn-rows.js';
import { searchedFiles } from './old-files.js';
import { searched } from './old-texts.js';

/**
 * Notes that no walk over old rows has anything to do. For programs that have just made all rows themselves, with this
 * very version; the walks would read and write all of them once.
 */
export async function nothingIsOld(writer: Writer, language: string): Promise<void> {
  const ways = [...DRAWN_ROWS.map(drawn), searched(language), searchedFiles(language)];
  await writer.query(
    `insert into desk.walk (name, goal, reached, done)
     select name, goal, '', true from unnest($1::text[], $2::text[]) as way (name, goal) on conflict (name) do nothing`,
    [ways.map(({ name }) => name), ways.map(({ goal }) => goal)],
  );
}
