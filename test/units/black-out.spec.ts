import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { type Area, isCovered, pixelsOf } from '../../src/uploads/cleaning/covers.js';
import { hintsIn } from '../../src/uploads/cleaning/hints.js';
import { Cleaner } from '../../src/uploads/cleaner.js';
import { everyByte } from '../files/every-byte.js';
import { pdfOf } from '../files/made-pdf.js';
import { png } from '../files/made-pictures.js';

/** Each file starts a process of its own, which a busy machine lets wait. */
const LONG = 90_000;

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function placed(bytes: Uint8Array): { input: string; output: string } {
  const folder = mkdtempSync(join(tmpdir(), 'palabre-black-out-'));
  folders.push(folder);
  writeFileSync(join(folder, 'input'), bytes);
  return { input: join(folder, 'input'), output: mkdtempSync(join(folder, 'output-')) };
}

/** Mean brightness of a place of a drawn page, 0 for black. */
async function brightness(bytes: Buffer, area: Area): Promise<number> {
  const { width, height } = await sharp(bytes).metadata();
  const [left, top, right, bottom] = pixelsOf(area, width, height);
  const inner = { left: left + 3, top: top + 3, width: right - left - 6, height: bottom - top - 6 };
  // Of its own file: it looks at the whole of what it is given, whatever was cut before.
  const { channels } = await sharp(await sharp(bytes).extract(inner).png().toBuffer()).stats();
  return Math.max(...channels.slice(0, 3).map(({ mean }) => mean));
}

describe('a PDF that is blacked out', () => {
  it(
    'says nowhere any more what is covered, keeps the other pages as text and leaves out those that are named',
    async () => {
      const cleaner = new Cleaner();
      const first = placed(pdfOf(['vu par Jeanne SECRETNOM hier', 'la suite', 'une page de trop']));
      await cleaner.clean(first);
      const cleaned = readFileSync(join(first.output, 'file'));
      const order = placed(cleaned);
      const places = await cleaner.find({ ...order, find: ['secretnom', 'nulle part'] });
      expect(places).toMatchObject([{ page: 1, line: 'vu par Jeanne SECRETNOM hier' }]);
      const [place = { page: 0, left: 0, top: 0, width: 0, height: 0 }] = places;
      const about = await cleaner.clean({ ...order, blackOut: { areas: [place], drop: [3] } });
      expect(about).toMatchObject({ kind: 'pdf', pages: 2, drawn: 2 });
      const words = JSON.parse(readFileSync(join(order.output, 'words.json'), 'utf8')) as string[];
      expect(words).toEqual(['vu par Jeanne █████ hier', 'la suite']);
      const made = readFileSync(join(order.output, 'file'));
      expect(everyByte(cleaned)).toContain('SECRETNOM');
      expect(everyByte(made)).not.toContain('SECRETNOM');
      expect(everyByte(made)).not.toContain('de trop');
      expect(await brightness(readFileSync(join(order.output, '1.jpg')), place)).toBeLessThan(10);
      // Looked for in the new file, in another way than it was made.
      expect(await cleaner.find({ ...placed(made), find: ['SECRETNOM', 'Jeanne', 'suite'] })).toMatchObject([
        { page: 2, line: 'la suite' },
      ]);
    },
    LONG,
  );
});

describe('a picture that is blacked out', () => {
  it(
    'is black where it is covered, in its file and in all that is drawn of it',
    async () => {
      const order = placed(await png(1_200, 800));
      const area = { page: 1, left: 100, top: 200, width: 300, height: 250 };
      const about = await new Cleaner().clean({ ...order, blackOut: { areas: [area], drop: [] } });
      expect(about).toMatchObject({ kind: 'picture', drawn: 1 });
      for (const piece of ['file', '1.jpg', 'small.jpg']) {
        const bytes = readFileSync(join(order.output, piece));
        expect(await brightness(bytes, area)).toBeLessThan(10);
        expect(await brightness(bytes, { ...area, left: 600 })).toBeGreaterThan(50);
      }
    },
    LONG,
  );
});

it('a sign counts as covered from a small part on, so that no rest of it is left among the words', () => {
  const area = { page: 1, left: 100, top: 100, width: 100, height: 100 };
  expect(isCovered([area], [120, 120, 130, 130])).toBe(true);
  expect(isCovered([area], [198, 120, 208, 130])).toBe(true);
  expect(isCovered([area], [199, 120, 219, 130])).toBe(false);
  expect(isCovered([area], [300, 120, 310, 130])).toBe(false);
});

it('words that look like somebody’s own are named by their pages, and numbers that are none are not', () => {
  const words = [
    'Appelez le 01 99 00 12 34 ou +33 6 99 00 12 34',
    'bernard.fictif@mairie.example, véhicule AB-123-CD',
    'FR76 3000 6000 0112 3456 7890 189 et 2 85 05 78 006 084 36',
    'Délibération 2026-118 du 12/11/2026, 612 000 €, article L311-1',
  ];
  expect(hintsIn(words)).toEqual([
    { what: 'phone', pages: [1] },
    { what: 'mail', pages: [2] },
    { what: 'plate', pages: [2] },
    { what: 'iban', pages: [3] },
    { what: 'social-security', pages: [3] },
  ]);
});
