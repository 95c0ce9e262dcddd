import type pg from 'pg';

/** Drops the indexes of words of a table, which are filled faster at once. Answers what makes them again. */
export async function withoutIndexes(owner: pg.Client, table: string): Promise<() => Promise<void>> {
  const { rows } = await owner.query<{ name: string; made: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made
     from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam and a.amname = 'gin'
     where i.indrelid = $1::regclass`,
    [table],
  );
  for (const { name } of rows) await owner.query(`drop index ${name}`);
  return async () => {
    for (const { made } of rows) await owner.query(made);
  };
}
