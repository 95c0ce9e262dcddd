import { readFileSync } from 'node:fs';
import process from 'node:process';
import { pageToRead } from './page-pictures.js';
import { openEngine } from './tesseract.js';
import type { RecognitionOrder, RecognitionStep } from './told.js';

/**
 * The program of the process in which pages without words are read, and which then ends. It has no environment, may
 * read the program and the one file, write nothing and start nothing; src/uploads/recogniser.ts starts it.
 */
process.once('message', (order: RecognitionOrder) => {
  void work(order)
    .catch(() => process.exit(1))
    .finally(() => process.disconnect());
});
process.on('disconnect', () => process.exit());

async function work({ input, kind, pages }: RecognitionOrder): Promise<void> {
  const read = await openEngine();
  await tell({ step: 'ready' });
  const bytes = readFileSync(input);
  for (const page of pages) {
    const picture = await pageToRead(bytes, kind, page);
    await tell({ step: 'read', page, words: picture === null ? '' : await read(picture) });
  }
  await tell({ step: 'done' });
}

/** Settles when the other process has the message. */
function tell(step: RecognitionStep): Promise<void> {
  return new Promise((resolve) => void process.send?.(step, undefined, undefined, () => resolve()));
}
