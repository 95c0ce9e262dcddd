import { open } from 'node:fs/promises';

/** Flushes a file or a folder: what was written lies on the disk then. */
export async function flush(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
