import type pg from 'pg';

/**
 * The rows of all tables of the database but PostgreSQL's own and those of towns, jobs among them, that have this word
 * in any column.
 */
export async function rowsWith(client: pg.Client, word: string): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where c.relkind = 'r' and c.relname not in ('town', 'former_town') and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
     order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string }>(
      `select t::text as row from ${name} t where position($1 in t::text) > 0`,
      [word],
    );
    found.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  return found;
}
