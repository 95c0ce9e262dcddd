import { readFile } from 'node:fs/promises';
import type pg from 'pg';

/** What PostgreSQL has noted as an error in this database so far: the test server names the database in each line. */
export async function errorsNoted(owner: pg.Client): Promise<string[]> {
  const {
    rows: [of],
  } = await owner.query<{ folder: string; database: string }>(
    `select current_setting('data_directory') as folder, current_database() as database`,
  );
  const lines = (await readFile(`${of?.folder}.log`, 'utf8')).split('\n');
  return lines.filter((line) => line.includes(` ${of?.database} `) && /\b(ERROR|FATAL|PANIC):/.test(line));
}
