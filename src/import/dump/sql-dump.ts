import { createReadStream, type ReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { DumpRow, DumpSource, Wanted } from './dump-row.js';
import { SqlStatements } from './sql-statements.js';
import { CutDump, SqlTokens } from './sql-tokens.js';

/** Large enough that a long text is not put together from many pieces. */
const CHUNK = 1024 * 1024;

/** The text that mysqldump, phpMyAdmin and the like write; never more of it in memory than one value and one chunk. */
export class SqlDump implements DumpSource {
  unreadable = 0;

  /** `read` hears how many bytes of the file were read so far. */
  constructor(
    private readonly path: string,
    private readonly zipped: boolean,
    private readonly read: (bytes: number) => void = () => undefined,
  ) {}

  async *rows(wanted: Wanted): AsyncGenerator<DumpRow> {
    const tokens = new SqlTokens();
    const statements = new SqlStatements(tokens, wanted);
    const rows = statements.rows();
    const file = createReadStream(this.path, { highWaterMark: CHUNK });
    try {
      for await (const chunk of this.text(file)) {
        tokens.push(chunk as Buffer);
        yield* ready(rows);
        this.read(file.bytesRead);
      }
    } finally {
      file.destroy();
    }
    tokens.end();
    yield* ready(rows);
    if (statements.insideRow) throw new CutDump('This dump ends in the middle of a row: it was cut.');
    this.unreadable = statements.unreadable;
  }

  private text(file: ReadStream): Readable {
    if (!this.zipped) return file;
    const text = createGunzip({ chunkSize: CHUNK });
    file.on('error', (error) => text.destroy(error));
    return file.pipe(text);
  }
}

function* ready(rows: Generator<DumpRow | null, never>): Generator<DumpRow> {
  for (let { value } = rows.next(); value !== null; { value } = rows.next()) yield value;
}
