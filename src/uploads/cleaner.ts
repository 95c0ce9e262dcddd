import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { memoryOf } from './apart.js';
import { launchCleaning } from './cleaning-launch.js';
import type { Place } from './cleaning/covers.js';
import { Refused, type Refusal } from './cleaning/refusal.js';
import { type CleanAbout, type CleaningStep, type Order, WORDS } from './cleaning/told.js';
import { noRoom } from './no-room.js';
import { Turns } from './turns.js';

/** How much one file may cost; times in milliseconds, memory in bytes. */
export interface CleaningLimits {
  atOnce: number;
  /** Milliseconds for the cleaning and the drawing of the first ten pages. */
  first: number;
  /** Milliseconds for each page after these. */
  page: number;
  /** Milliseconds for all drawing, from the end of the cleaning on. */
  drawing: number;
  memory: number;
}

export const LIMITS: CleaningLimits = {
  atOnce: 2,
  first: 20_000,
  page: 5_000,
  drawing: 40_000,
  memory: 700_000_000,
};
const FIRST_PAGES = 10;
const LOOK = 50;

/** A file that was cleaned into a folder, and how many of its pages could be drawn in the time there is. */
export interface Cleaning extends CleanAbout {
  drawn: number;
  /** How many bytes are kept of it: the file and what was drawn. */
  stored: number;
}

/** What the process has told until it ended. */
interface Told {
  about: CleanAbout | null;
  drawn: number;
  places: Place[] | null;
}

/**
 * Cleans files in processes of their own, two at once and by turns of whoever sent them. Whatever a file does there
 * (a fault, a bomb, an endless page) ends that process and is a refusal; the forum goes on.
 */
export class Cleaner {
  private readonly turns: Turns;

  constructor(private readonly limits: CleaningLimits = LIMITS) {
    this.turns = new Turns(limits.atOnce);
  }

  /**
   * Each sender (`who`) has a queue of their own, and the queues take turns. @throws Refused with the reason, Busy
   * where the disk is full. What lies in `output` is then worth nothing.
   */
  async clean(order: Order, who = ''): Promise<Cleaning> {
    const { about, drawn } = await this.inTurn(order, who);
    if (about === null) throw new Refused('broken');
    return { ...about, drawn, stored: keptIn(order.output) };
  }

  /** The places of these words in a cleaned file. @throws Refused */
  async find(order: Order & { find: readonly string[] }, who = ''): Promise<Place[]> {
    return (await this.inTurn(order, who)).places ?? [];
  }

  private inTurn(order: Order, who: string): Promise<Told> {
    return this.turns.take(who, () =>
      this.watched({
        ...order,
        input: realpathSync(order.input),
        output: realpathSync(order.output),
        ...(order.join && { join: order.join.map((path) => realpathSync(path)) }),
      }),
    );
  }

  private watched(order: Order): Promise<Told> {
    const child = launchCleaning([order.input, ...(order.join ?? [])], order.output);
    return new Promise((resolve, reject) => {
      let about: CleanAbout | null = null;
      let places: Place[] | null = null;
      let drawn = 0;
      let refusal: Refusal = 'broken';
      let hasRoom = true;
      const stop = (why: Refusal): void => {
        refusal = why;
        child.kill('SIGKILL');
      };
      let over: NodeJS.Timeout | undefined;
      let late = setTimeout(() => stop('took-too-long'), this.limits.first);
      const look = setInterval(() => memoryOf(child) > this.limits.memory && stop('needs-too-much'), LOOK);
      child.on('message', (told: CleaningStep) => {
        if (told.step === 'refused') refusal = told.why;
        else if (told.step === 'no-room') hasRoom = false;
        else if (told.step === 'cleaned') {
          about = told.about;
          over = setTimeout(() => stop('took-too-long'), this.limits.drawing);
        } else if (told.step === 'found') places = told.places;
        else if (told.step === 'drawn') {
          drawn = told.pages;
          if (drawn < FIRST_PAGES) return;
          clearTimeout(late);
          late = setTimeout(() => stop('took-too-long'), this.limits.page);
        } else if (about?.kind === 'picture') drawn = 1;
      });
      child.once('error', () => stop('broken'));
      // At `close` and not at `exit`: the last message may still be on its way when the process has ended.
      child.once('close', (code, signal) => {
        clearTimeout(late);
        clearTimeout(over);
        clearInterval(look);
        // V8 ends a process in this way when the limit of its heap is reached.
        if (refusal === 'broken' && (signal === 'SIGABRT' || code === 134)) refusal = 'needs-too-much';
        if (!hasRoom) reject(noRoom());
        else if (about === null && places === null) reject(new Refused(refusal));
        else resolve({ about, drawn, places });
      });
      child.send(order, (error) => error && stop('broken'));
    });
  }
}

function keptIn(folder: string): number {
  return readdirSync(folder)
    .filter((name) => name !== WORDS)
    .reduce((bytes, name) => bytes + statSync(join(folder, name)).size, 0);
}
