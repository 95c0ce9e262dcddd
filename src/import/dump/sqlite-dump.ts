import { DatabaseSync } from 'node:sqlite';
import type { DumpRow, DumpSource, Wanted } from './dump-row.js';

/** The file that SPIP's own dump writes, or the base of a site that runs on SQLite. Nothing is ever written to it. */
export class SqliteDump implements DumpSource {
  readonly unreadable = 0;

  constructor(private readonly path: string) {}

  async *rows(wanted: Wanted): AsyncGenerator<DumpRow> {
    const database = new DatabaseSync(this.path, { readOnly: true });
    try {
      const tables = database.prepare(`select name from sqlite_schema where type = 'table' order by name`).all();
      for (const { name } of tables) {
        const columns = wanted(String(name));
        if (columns !== null) yield* rowsOf(database, String(name), columns);
      }
    } finally {
      database.close();
    }
  }
}

/**
 * As blobs: SPIP's SQLite keeps what PHP gave it, and a text that is no UTF-8 would come out of a string with holes.
 */
function* rowsOf(database: DatabaseSync, table: string, wanted: ReadonlySet<string>): Generator<DumpRow> {
  const there = database
    .prepare('select name from pragma_table_info(?)')
    .all(table)
    .map(({ name }) => String(name));
  const columns = there.filter((name) => wanted.has(name));
  if (columns.length === 0) return;
  const list = columns.map((name) => `cast(${quoted(name)} as blob) as ${quoted(name)}`).join(', ');
  for (const row of database.prepare(`select ${list} from ${quoted(table)}`).iterate()) {
    const values = new Map<string, Buffer | null>();
    for (const name of columns) {
      const value = row[name];
      values.set(name, value instanceof Uint8Array ? Buffer.from(value) : null);
    }
    yield { table, values };
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
