import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { launchApart } from '../../src/uploads/apart.js';
import { launchRecognition, Recogniser, RECOGNITION_LIMITS } from '../../src/uploads/recogniser.js';
import { canRecognise, sureWords } from '../../src/uploads/recognition/tesseract.js';
import type { RecognitionStep } from '../../src/uploads/recognition/told.js';
import { photo } from '../files/made-pictures.js';
import { scanned } from '../files/scanned.js';

/** Each starts a process of its own, which a busy machine lets wait. */
const LONG = 120_000;

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function placed(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'palabre-recognition-'));
  folders.push(folder);
  writeFileSync(join(folder, 'file'), bytes);
  return join(folder, 'file');
}

const goesOn = new AbortController().signal;
const LINES = ['La commune dispense les agents', 'Le prestataire garde les images', 'Fait a Metz en novembre'];

describe('a scanned page', () => {
  it(
    'is read in another process, page by page as they are asked for',
    async () => {
      expect(canRecognise()).toBe(true);
      const read = await new Recogniser().read({ input: placed(scanned(LINES)), kind: 'pdf', pages: [1, 3] }, goesOn);
      expect(read).toEqual({
        pages: [
          { page: 1, words: LINES[0] },
          { page: 3, words: LINES[2] },
        ],
        failed: null,
      });
    },
    LONG,
  );

  it(
    'is read where a stamp was put on it; a page with a few words beside a small picture is not',
    async () => {
      const words = async (share: number): Promise<string> => {
        const input = placed(scanned(LINES.slice(0, 1), { stamp: 'Recu en mairie', share }));
        const { pages } = await new Recogniser().read({ input, kind: 'pdf', pages: [1] }, goesOn);
        return pages[0]?.words ?? '';
      };
      expect(await words(1)).toContain(LINES[0]);
      expect(await words(0.7)).toBe('');
    },
    LONG,
  );

  it(
    'may take so long and no longer: what was read before it is kept, and the forum goes on',
    async () => {
      const input = placed(scanned(LINES));
      const order = { input, kind: 'pdf', pages: [2] } as const;
      const hasty = new Recogniser({ ...RECOGNITION_LIMITS, page: 1 });
      expect(await hasty.read(order, goesOn)).toEqual({ pages: [], failed: 2 });
      await expect(new Recogniser({ ...RECOGNITION_LIMITS, start: 1 }).read(order, goesOn)).rejects.toThrow();
      const stopped = new AbortController();
      const reading = new Recogniser().read(order, stopped.signal);
      stopped.abort();
      expect(await reading).toEqual({ pages: [], failed: null });
    },
    LONG,
  );

  it(
    'has no words where it shows none',
    async () => {
      const order = { input: placed(await photo('x')), kind: 'picture', pages: [1] } as const;
      expect(await new Recogniser().read(order, goesOn)).toEqual({ pages: [{ page: 1, words: '' }], failed: null });
    },
    LONG,
  );
});

it('words of which nobody is sure are left out, and a page of these has none', () => {
  const line = (...confidences: number[]) => ({
    words: confidences.map((confidence, nth) => ({ text: `mot${nth}`, confidence })),
  });
  expect(sureWords([{ paragraphs: [{ lines: [line(90, 20, 80), line(10), line(95)] }] }])).toBe('mot0 mot2\nmot0');
  expect(sureWords([{ paragraphs: [{ lines: [line(90, 20, 10)] }] }])).toBe('');
  expect(sureWords([])).toBe('');
});

describe('the process that reads', () => {
  /** Ends a process at the first connection that any of its threads begins. */
  const ALONE = `data:text/javascript,${encodeURIComponent(`
    import net from 'node:net';
    import dns from 'node:dns';
    const end = () => process.kill(process.pid, 'SIGKILL');
    net.Socket.prototype.connect = end;
    dns.lookup = end;
  `)}`;

  async function alone(program: URL, rights: string[], order?: object): Promise<[unknown[], NodeJS.Signals | null]> {
    const child = launchApart(program, ['--allow-worker', ...rights, '--import', ALONE]);
    const told: unknown[] = [];
    child.on('message', (step: RecognitionStep) => told.push(step.step));
    if (order !== undefined) child.send(order);
    const signal = await new Promise<NodeJS.Signals | null>((resolve) =>
      child.once('close', (_, signal) => resolve(signal)),
    );
    return [told, signal];
  }

  it(
    'asks no server, neither itself nor a thread of it: the language lies in its package',
    async () => {
      const asking = new URL('../files/asking-program.js', import.meta.url);
      expect(await alone(asking, [])).toEqual([[], 'SIGKILL']);
      const reading = new URL('../../src/uploads/recognition/process.js', import.meta.url);
      const input = placed(scanned(['La commune']));
      const order = { input, kind: 'pdf', pages: [1] };
      expect(await alone(reading, [`--allow-fs-read=${input}`], order)).toEqual([['ready', 'read', 'done'], null]);
    },
    LONG,
  );

  it(
    'may write nowhere, and leaves no copy of the language behind',
    async () => {
      const input = placed(scanned(['La commune']));
      const language = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/fra/package.json'));
      const before = readdirSync(language, { recursive: true });
      const child = launchRecognition(input);
      expect(child.spawnargs.filter((each) => each.includes('fs-write'))).toEqual([]);
      child.kill('SIGKILL');
      await new Recogniser().read({ input, kind: 'pdf', pages: [1] }, goesOn);
      expect(readdirSync(language, { recursive: true })).toEqual(before);
      expect(['/', process.cwd(), dirname(input)].filter((at) => existsSync(join(at, 'fra.traineddata')))).toEqual([]);
    },
    LONG,
  );
});
