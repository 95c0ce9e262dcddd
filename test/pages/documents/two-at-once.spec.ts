import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { pdfOf } from '../../files/made-pdf.js';
import { until } from '../../until.js';
import { openWorld, type World } from '../../world.js';

/** Each file starts a process of its own, which a busy machine lets wait. */
const LONG = 120_000;
/** No more than may come at once. */
const PEOPLE = 4;
const FILES = 2 * PEOPLE;

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'rue', documents: 'everyone' });
}, LONG);
afterAll(() => world.close());

const read = (path: string): string => {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    // It has ended since the folder was read.
    return '';
  }
};

/** How many processes of this forum clean a file at this moment. */
function cleaning(): number {
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name) || !read(`/proc/${name}/cmdline`).includes('uploads/cleaning/process.js')) return false;
    // Behind the name of the program, which is in brackets: its state, and who started it.
    return Number(read(`/proc/${name}/stat`).split(') ').at(-1)?.split(' ')[1]) === process.pid;
  }).length;
}

it(
  'of eight files that four people send at once two are cleaned at a time, and all of them in the end',
  async () => {
    const sent = Promise.all(
      Array.from({ length: PEOPLE }, (_, nth) =>
        world
          .visitor()
          .send('/category/rue/threads', { title: `Un papier ${nth}`, text: 'Le voici.', key: `two-at-once-${nth}` }, [
            { name: 'x.pdf', bytes: pdfOf([`La page ${nth}`]) },
            { name: 'y.pdf', bytes: pdfOf([`Une autre page ${nth}`]) },
          ]),
      ),
    );
    const seen = new Set<number>();
    let isOver = false;
    void sent.finally(() => (isOver = true));
    while (!isOver) {
      seen.add(cleaning());
      await pause(5);
    }
    expect((await sent).map(({ status }) => status)).toEqual(Array<number>(PEOPLE).fill(303));
    await until(async () => {
      const files = await world.writer.query('select state from desk.file');
      expect(files).toEqual(Array<object>(FILES).fill({ state: 'clean' }));
    });
    expect([seen.has(2), Math.max(...seen)]).toEqual([true, 2]);
  },
  LONG,
);
