import { open, stat } from 'node:fs/promises';
import { type DumpSource, NoDump } from './dump-row.js';
import { SqlDump } from './sql-dump.js';
import { SqliteDump } from './sqlite-dump.js';

/** `read` hears what part of the file was read so far, from 0 to 1, where that can be known. */
export async function openDump(path: string, read: (part: number) => void = () => undefined): Promise<DumpSource> {
  const size = await sizeOf(path);
  const head = await headOf(path);
  if (head.toString('latin1').startsWith('SQLite format 3\0')) return new SqliteDump(path);
  if (head.toString('latin1').startsWith('SQLite 2'))
    throw new NoDump(`${path} is a file of SQLite 2: convert it to SQLite 3 first.`);
  const mark = head.readUInt16BE(0);
  if (mark === 0xfffe || mark === 0xfeff)
    throw new NoDump(
      `${path} is in UTF-16, as PowerShell writes what is sent to a file with >: make the dump again with ` +
        'mysqldump --result-file.',
    );
  return new SqlDump(path, mark === 0x1f8b, (bytes) => read(bytes / size));
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new NoDump(`There is no file ${path}.`);
  if (!found.isFile()) throw new NoDump(`${path} is no file.`);
  if (found.size < 16) throw new NoDump(`${path} is empty.`);
  return found.size;
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(16);
    await file.read(head, 0, head.length, 0);
    return head;
  } finally {
    await file.close();
  }
}
