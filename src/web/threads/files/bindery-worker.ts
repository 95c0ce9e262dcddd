// A thread of the processor of its own: setting five hundred posts takes half a second, in which the forum goes on.
import { parentPort } from 'node:worker_threads';
import type { Book, BoundKind } from './book.js';
import { epubOf } from './epub/epub-of.js';
import { pdfOf } from './pdf/pdf-of.js';

export type Bound = { bytes: Uint8Array<ArrayBuffer> } | { problem: string };

async function bound({ kind, book }: { kind: BoundKind; book: Book }): Promise<Bound> {
  try {
    // Copied, since only memory of its own can be handed over.
    return { bytes: Uint8Array.from(kind === 'pdf' ? pdfOf(book) : await epubOf(book)) };
  } catch (error) {
    return { problem: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (asked: { kind: BoundKind; book: Book }) => {
  void bound(asked).then((answer) => {
    parentPort?.postMessage(answer, 'bytes' in answer ? [answer.bytes.buffer] : []);
  });
});
