import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { launchCleaning } from '../../src/uploads/cleaning-launch.js';
import type { CleaningStep } from '../../src/uploads/cleaning/told.js';
import { madePdf, stream } from '../files/made-pdf.js';
import { median, type Row, short } from './table.js';

const MEGABYTE = 2 ** 20;

/** A scan of so many megabytes, made anew by the process that cleans, and its pages drawn. */
export async function cleaned({
  megabytes,
  times,
  say,
}: {
  megabytes: number;
  times: number;
  say: (line: string) => void;
}): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'palabre-bench-clean-'));
  const input = join(folder, 'input');
  const pdf = await scanOf(megabytes);
  writeFileSync(input, pdf);
  const [clean, drawn]: [number[], number[]] = [[], []];
  try {
    for (let run = 0; run < times; run++) {
      const took = await one(input, mkdtempSync(join(folder, 'output-')));
      say(
        `a PDF of ${short(pdf.length / MEGABYTE, 'MB')} clean after ${short(took.clean, 'ms')}, drawn after ${short(took.drawn, 'ms')}`,
      );
      clean.push(took.clean);
      drawn.push(took.drawn);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const what = `a PDF of ${short(pdf.length / MEGABYTE, 'MB')}`;
  return [
    { what: `${what}: cleaned`, ours: short(median(clean), 'ms'), aim: '3 000 ms' },
    { what: `same, its pages drawn as well`, ours: short(median(drawn), 'ms') },
  ];
}

function one(input: string, output: string): Promise<{ clean: number; drawn: number }> {
  const started = performance.now();
  const child = launchCleaning([input], output);
  return new Promise((resolve, reject) => {
    let clean = 0;
    child.on('message', (told: CleaningStep) => {
      if (told.step === 'cleaned') clean = performance.now() - started;
      if (told.step === 'refused') reject(new Error(told.why));
    });
    child.once('close', () => resolve({ clean, drawn: performance.now() - started }));
    child.send({ input, output });
  });
}

/** One page for each megabyte, as a scanner makes them: a picture of A4 at 150 points an inch. */
async function scanOf(megabytes: number): Promise<Buffer> {
  const [width, height] = [1_240, 1_754];
  const pages = await Promise.all(Array.from({ length: megabytes }, () => noise(width, height)));
  return madePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${pages.map((_, n) => `${3 + 3 * n} 0 R`).join(' ')}]/Count ${pages.length}>>`,
    ...pages.flatMap((bytes, n) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${4 + 3 * n} 0 R/Resources<</XObject<</Im ${5 + 3 * n} 0 R>>>>>>`,
      stream('', 'q 595 0 0 842 0 0 cm /Im Do Q'),
      stream(
        `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/DCTDecode`,
        bytes,
      ),
    ]),
  ]);
}

/** As near to a megabyte as a JPEG of noise comes. */
async function noise(width: number, height: number): Promise<Buffer> {
  const raw = { width, height, channels: 1 } as const;
  const picture = sharp(randomBytes(width * height), { raw }).toColourspace('b-w');
  let best = Buffer.alloc(0);
  for (const quality of [30, 40, 50, 60, 70]) {
    best = await picture.clone().jpeg({ quality }).toBuffer();
    if (best.length > 0.95 * MEGABYTE) break;
  }
  return best;
}
