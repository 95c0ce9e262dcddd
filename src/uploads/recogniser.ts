import { realpathSync } from 'node:fs';
import type { ChildProcess } from 'node:child_process';
import { launchApart, memoryOf } from './apart.js';
import type { PageWords, RecognitionOrder, RecognitionStep } from './recognition/told.js';

/** How much reading may cost; times in milliseconds, memory in bytes. */
export interface RecognitionLimits {
  /** Milliseconds until it is ready to read. */
  start: number;
  /** Milliseconds for each page. */
  page: number;
  memory: number;
}

export const RECOGNITION_LIMITS: RecognitionLimits = { start: 60_000, page: 30_000, memory: 700_000_000 };
const LOOK = 100;
const PROGRAM = new URL('recognition/process.js', import.meta.url);

/** What was read of a file, in the order that was asked. */
export interface Reading {
  pages: PageWords[];
  /**
   * The page at which the process ended, because it took too long, needed too much memory or crashed; null for none.
   */
  failed: number | null;
}

/** Starts the process that reads pages of one file. */
export function launchRecognition(input: string): ChildProcess {
  return launchApart(PROGRAM, ['--allow-worker', `--allow-fs-read=${input}`]);
}

/**
 * Reads pages in a process of its own. Whatever a page does there ends that process, and the forum goes on; `stopping`
 * ends it at once.
 */
export class Recogniser {
  constructor(private readonly limits: RecognitionLimits = RECOGNITION_LIMITS) {}

  /** @throws Error where nothing can be read here at all */
  async read(order: RecognitionOrder, stopping: AbortSignal): Promise<Reading> {
    const input = realpathSync(order.input);
    const child = launchRecognition(input);
    return new Promise((resolve, reject) => {
      const pages: PageWords[] = [];
      let isReady = false;
      const end = (): void => void child.kill('SIGKILL');
      let late = setTimeout(end, this.limits.start);
      const look = setInterval(() => memoryOf(child) > this.limits.memory && end(), LOOK);
      stopping.addEventListener('abort', end);
      child.on('message', (told: RecognitionStep) => {
        if (told.step === 'ready') isReady = true;
        else if (told.step === 'read') pages.push({ page: told.page, words: told.words });
        clearTimeout(late);
        late = setTimeout(end, this.limits.page);
      });
      child.once('error', end);
      child.once('close', () => {
        clearTimeout(late);
        clearInterval(look);
        stopping.removeEventListener('abort', end);
        if (!isReady && !stopping.aborted) reject(new Error('the process that reads pages did not start'));
        else resolve({ pages, failed: stopping.aborted ? null : (order.pages[pages.length] ?? null) });
      });
      child.send({ ...order, input }, (error) => error && end());
      if (stopping.aborted) end();
    });
  }
}
