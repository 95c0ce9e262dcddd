import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { BOUNDS, WIDTHS } from '../../../src/uploads/cleaning/bounds.js';
import { clean } from '../../../src/uploads/cleaning/clean.js';
import { hintsIn } from '../../../src/uploads/cleaning/hints.js';
import { drawnPages } from '../../../src/uploads/cleaning/pdf.js';
import { Refused } from '../../../src/uploads/cleaning/refusal.js';
import { pdfOf } from '../made-pdf.js';

/** What became of one file: `taken` with the new one, or why it is refused. */
export interface BecameOfIt {
  became: string;
  extension: string;
  /** The new file, in Base64. */
  made: string;
  words: string;
  /** The process can clean no more files: it is to be ended. */
  isSpent: boolean;
}

const WELL_MADE = pdfOf(['une page']);

/**
 * The program of a process that cleans one file after the other, by the function that src/uploads/cleaning/process.ts
 * calls for one. What it throws besides a refusal is told as it is.
 */
process.on('message', (path: string) => void became(path).then((told) => process.send?.(told)));
process.on('disconnect', () => process.exit());

async function became(path: string): Promise<BecameOfIt> {
  try {
    const { bytes, words, extension, kind } = await clean(readFileSync(path));
    hintsIn(words);
    if (kind === 'pdf') for (const page of drawnPages(bytes, WIDTHS.page, BOUNDS.drawn)) if (page.length === 0) break;
    const made = Buffer.from(bytes).toString('base64');
    return { became: 'taken', extension, made, words: words.join('\n'), isSpent: false };
  } catch (error) {
    const why = error instanceof Refused ? error.why : `threw ${String(error)}`;
    return { became: why, extension: '', made: '', words: '', isSpent: !(await cleansStill()) };
  }
}

/** A file may leave a library in pieces behind it, which is no harm where the process ends with its file. */
async function cleansStill(): Promise<boolean> {
  return clean(WELL_MADE).then(
    () => true,
    () => false,
  );
}
