import type pg from 'pg';

export interface TableColumns {
  name: string;
  columns: string[];
}

/** The tables of ours, with the columns that each has now. */
export async function tablesOf(client: pg.Client): Promise<TableColumns[]> {
  const { rows } = await client.query<TableColumns>(`
    select attrelid::regclass::text as name, array_agg(attname::text order by attname) as columns
    from pg_attribute join pg_class c on c.oid = attrelid
    where attnum > 0 and not attisdropped and relkind = 'r' and relnamespace::regnamespace::text in ('public', 'desk',
      'private')
    group by 1 order by 1`);
  return rows;
}

/** Every row of these columns, as text and sorted: the same rows are the same answer, wherever they lie. */
export async function rowsOf(client: pg.Client, tables: TableColumns[]): Promise<[string, string[], string[]][]> {
  const found: [string, string[], string[]][] = [];
  for (const { name, columns } of tables) {
    const { rows } = await client.query<{ row: string }>(
      `select row(${columns.map((column) => `"${column}"`).join(', ')})::text as row from ${name} order by 1`,
    );
    found.push([name, rows.map(({ row }) => row), columns]);
  }
  return found;
}
