import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { blackedOut, found } from './black-out.js';
import { BOUNDS, WIDTHS } from './bounds.js';
import { clean } from './clean.js';
import type { CleanFile } from './cleaned.js';
import { isFull } from '../no-room.js';
import { hintsIn } from './hints.js';
import type { PictureDrawings } from './picture.js';
import { Refused } from './refusal.js';
import { type CleaningStep, type Order, WORDS } from './told.js';

/**
 * The program of the process in which one file is cleaned and drawn, and which then ends. It has no environment, may
 * read the program and the one file, write into the one folder and start nothing; src/uploads/cleaner.ts starts it.
 */
process.once('message', (order: Order) => {
  void work(order)
    .catch((error: unknown) => tell(failed(error)))
    .finally(() => process.disconnect());
});
process.on('disconnect', () => process.exit());

function failed(error: unknown): CleaningStep {
  if (isFull(error)) return { step: 'no-room' };
  return { step: 'refused', why: error instanceof Refused ? error.why : 'broken' };
}

async function work(order: Order): Promise<void> {
  const { input, output, find } = order;
  if (find !== undefined) return tell({ step: 'found', places: await found(readFileSync(input), find) });
  // Not flushed to the disk: Node forbids that to a process with few rights. Whoever keeps the files flushes them.
  const put = (name: string, content: Uint8Array | string): void => writeFileSync(join(output, name), content);
  const { bytes, words, page, small, ...about } = await made(order);
  put('file', bytes);
  put(WORDS, JSON.stringify(words));
  await tell({ step: 'cleaned', about: { ...about, size: bytes.length, hints: hintsIn(words) } });
  if (page !== undefined) put('1.jpg', page);
  if (small !== undefined) put('small.jpg', small);
  if (about.kind === 'pdf') await draw(bytes, put);
  await tell({ step: 'done' });
}

async function made({ input, blackOut, join: pages }: Order): Promise<CleanFile & Partial<PictureDrawings>> {
  if (pages !== undefined) {
    const { joinedPictures } = await import('./join-pictures.js');
    return joinedPictures([input, ...pages].map((path) => readFileSync(path)));
  }
  return blackOut === undefined ? clean(readFileSync(input)) : blackedOut(readFileSync(input), blackOut);
}

async function draw(bytes: Uint8Array, put: (name: string, content: Uint8Array) => void): Promise<void> {
  const { drawnPages } = await import('./pdf.js');
  for (const first of drawnPages(bytes, WIDTHS.small, 1)) put('small.jpg', first);
  let [pages, size] = [0, 0];
  for (const page of drawnPages(bytes, WIDTHS.page)) {
    if ((size += page.length) > BOUNDS.drawings) return;
    pages += 1;
    put(`${pages}.jpg`, page);
    await tell({ step: 'drawn', pages });
  }
}

/** Settles when the other process has the message: this one may end right after. */
function tell(step: CleaningStep): Promise<void> {
  return new Promise((resolve) => void process.send?.(step, undefined, undefined, () => resolve()));
}
