import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import type pg from 'pg';

/**
 * Every row of the tables that `which` chooses (SQL, of a pg_class `c`), a line each, as COPY writes it: what a dump
 * would have. The server writes them into files of its own folder, which lies on this machine, all by one question.
 */
async function copied(client: pg.Client, which: string): Promise<string[]> {
  const {
    rows: [of],
  } = await client.query<{ folder: string; names: string[] }>(
    `select current_setting('data_directory') as folder,
       array(select format('%I.%I', c.relnamespace::regnamespace, c.relname) from pg_class c
         where c.relkind in ('r', 'm') and ${which} order by 1) as names`,
  );
  const { folder = '', names = [] } = of ?? {};
  const name = `${folder}/copied-${randomUUID()}`;
  // A selection, since COPY of a table leaves out what is generated. Letters among bytes are letters here.
  const copies = names.map((table, at) => `copy (select * from ${table}) to '${name}-${at}'`);
  await client.query(['begin', `set local bytea_output = 'escape'`, ...copies, 'commit'].join('; '));
  const lines = await Promise.all(
    names.map(async (table, at) => {
      const text = await readFile(`${name}-${at}`, 'utf8');
      await rm(`${name}-${at}`);
      return text
        .split('\n')
        .slice(0, -1)
        .map((line) => `${table} ${line}`);
    }),
  );
  return lines.flat();
}

/** Of all that is PostgreSQL's own: tables that have values of others, or bytes of anybody. */
const COPIES = ['pg_statistic', 'pg_statistic_ext_data', 'pg_largeobject'];

/** The rows of all tables of the database, jobs among them and but for those of towns. */
export function everyRow(client: pg.Client): Promise<string[]> {
  return copied(
    client,
    `c.relname not in ('town', 'former_town') and (c.relname = any('{${COPIES.join(',')}}')
      or c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema'))`,
  );
}

/** Those that have this word in any column. */
export async function rowsWith(client: pg.Client, word: string): Promise<string[]> {
  return (await everyRow(client)).filter((row) => row.includes(word));
}
