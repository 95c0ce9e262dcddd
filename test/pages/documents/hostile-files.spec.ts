import { readdirSync, readlinkSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fr } from '../../../client/locales/fr.js';
import { recognise } from '../../../src/uploads/cleaning/recognise.js';
import { Keeping } from '../../../src/uploads/keeping.js';
import type { Answer } from '../../browsing.js';
import { cleanAll } from '../../files/hostile/crowd.js';
import type { HostileFile } from '../../files/hostile/hostile-file.js';
import { hostileOffice } from '../../files/hostile/office.js';
import { hostilePdfs } from '../../files/hostile/pdfs.js';
import { hostilePictures } from '../../files/hostile/pictures.js';
import { hostileTables } from '../../files/hostile/tables.js';
import { processesOn } from '../../start/forum-process.js';
import { until } from '../../until.js';
import { openWorld, type World } from '../../world.js';

const LONG = 240_000;
const SEED = 20_261_130;
/** Of each kind so many go the whole way, in a form of ten, as large as one of them may be. */
const SENT = 6;
const MOST = 100_000;
/** Milliseconds between two pages that others ask for: the processor is for the files. */
const BETWEEN = 200;
/** Bytes that the forum may keep of what came: less than a form brought. */
const LEFT = 2_000_000;

const KINDS = [
  ['pictures', hostilePictures, 'picture'],
  ['PDFs', hostilePdfs, 'pdf'],
  ['office files', hostileOffice, 'office'],
  ['tables and texts', hostileTables, 'words'],
] as const;

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'rue', name: 'Rue', documents: 'everyone' });
}, LONG);
afterAll(() => world.close());

const words: Readonly<Record<string, unknown>> = fr.problems.fields;

/** Others ask for a page as long as the work takes; answers how often they got one. */
async function whileOthersRead<T>(work: Promise<T>): Promise<{ result: T; pages: number }> {
  let [isOver, pages] = [false, 0];
  const reading = (async () => {
    while (!isOver) {
      expect((await world.visitor().get('/category/rue')).status).toBe(200);
      pages += 1;
      await pause(BETWEEN);
    }
  })();
  const result = await work.finally(() => (isOver = true));
  await reading;
  return { result, pages };
}

describe.each(KINDS)('hostile %s', (_, make, kind) => {
  let files: HostileFile[];
  beforeAll(async () => {
    files = await make(SEED);
  }, LONG);

  it(
    'are at least fifty, each cleaned or refused in words, while the forum answers others',
    async () => {
      expect(files.length).toBeGreaterThanOrEqual(50);
      const { result: all, pages } = await whileOthersRead(cleanAll(files));
      expect(pages).toBeGreaterThan(0);
      expect(all.map(({ what }) => what).sort()).toEqual(files.map(({ what }) => what).sort());
      const said = all.filter(({ became }) => became !== 'taken' && words[`file-${became}`] === undefined);
      expect(said.map(({ what, became }) => [what, became])).toEqual([]);
      for (const { what, became, becomes = became } of all) expect([what, became]).toEqual([what, becomes]);
      const taken = all.filter(({ became }) => became === 'taken');
      expect([taken.length > 5, taken.length < all.length - 5]).toEqual([true, true]);
      for (const { what, made, extension, never, words: told } of taken) {
        const bytes = Buffer.from(made, 'base64');
        const isAsSaid = ['odt', 'ods', 'docx', 'xlsx'].includes(extension) ? extension : kindOf(extension);
        expect([what, await recognise(bytes)]).toEqual([what, isAsSaid]);
        if (never !== undefined)
          expect([what, bytes.includes(never), told.includes(never)]).toEqual([what, false, false]);
      }
      expect(taken.map(({ extension }) => kindOf(extension))).toContain(kind);
    },
    LONG,
  );

  it(
    'that somebody sends leave nothing behind: no file, no descriptor, no process, no memory',
    async () => {
      const some = files.filter(({ bytes }) => bytes.length < MOST && bytes.length > 0);
      const sent = some.filter((__, nth) => nth % Math.floor(some.length / SENT) === 0).slice(0, SENT);
      expect(sent).toHaveLength(SENT);
      // What is loaded by a first file and a first round stays.
      await send([{ what: 'a text', bytes: Buffer.from('une ligne') }]);
      await forgotten();
      const before = held();
      const { result: answer, pages } = await whileOthersRead(send(sent));
      expect(pages).toBeGreaterThan(0);
      expect([200, 422]).toContain(answer.status);
      const page = answer.html();
      const refused = page.querySelectorAll('[data-refused-files] li');
      expect(page.querySelectorAll('[data-upload]').length + refused.length).toBe(SENT);
      for (const each of refused) expect(each.querySelector('[data-why]')?.textContent.trim()).not.toBe('');
      expect(page.querySelector('textarea[name=text]')?.textContent).toContain('ce matin');
      await forgotten();
      await until(async () => {
        const { memory, ...others } = held();
        expect(others).toEqual({ ...before, memory: undefined });
        expect(memory - before.memory).toBeLessThan(LEFT);
      });
    },
    LONG,
  );
});

function send(files: readonly Pick<HostileFile, 'what' | 'bytes'>[]): Promise<Answer> {
  const fields = { title: 'Un mât neuf', text: 'Il est apparu ce matin.', action: 'preview' };
  const named = files.map(({ what, bytes }) => ({ name: what, bytes }));
  return world.visitor().send('/category/rue/threads', fields, named);
}

/** A day later nobody has attached them. */
async function forgotten(): Promise<void> {
  world.clock.advance(25 * 3_600_000);
  await world.app.get(Keeping, { strict: false }).keep(world.clock.now(), new AbortController().signal);
}

/** What this process holds for files. */
function held(): { lying: string[]; temporary: string[]; open: string[]; running: string[]; memory: number } {
  const { filesDir } = world.config;
  const lying = readdirSync(filesDir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(filesDir, name)).isFile(),
  );
  const open = readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${fd}`);
      return path.startsWith('/') && !path.startsWith('/dev') ? [path] : [];
    } catch {
      return [];
    }
  });
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return {
    lying,
    // Where libraries put what is too large for them.
    temporary: readdirSync(tmpdir()).filter((name) => /^(vips|mupdf|magick)/i.test(name)),
    open: open.sort(),
    running: processesOn(filesDir),
    memory: process.memoryUsage().arrayBuffers,
  };
}

function kindOf(extension: string): string {
  if (extension === 'jpg' || extension === 'png') return 'picture';
  if (extension === 'pdf') return 'pdf';
  return ['csv', 'tsv', 'txt', 'md'].includes(extension) ? 'words' : 'office';
}
