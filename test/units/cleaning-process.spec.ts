import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, expect, test } from '@jest/globals';
import { launchCleaning } from '../../src/uploads/cleaning-launch.js';
import { Cleaner, type Cleaning, LIMITS } from '../../src/uploads/cleaner.js';
import { BOUNDS } from '../../src/uploads/cleaning/bounds.js';
import { madePdf, pdfOf, stream } from '../files/made-pdf.js';
import { photo } from '../files/made-pictures.js';
import { until } from '../until.js';

const folders: string[] = [];

function placed(bytes: Uint8Array | string): { input: string; output: string } {
  const folder = mkdtempSync(join(tmpdir(), 'palabre-cleaning-'));
  folders.push(folder);
  writeFileSync(join(folder, 'input'), bytes);
  return { input: join(folder, 'input'), output: mkdtempSync(join(folder, 'output-')) };
}

const cleaned = (bytes: Uint8Array | string, cleaner = new Cleaner()): Promise<Cleaning> =>
  cleaner.clean(placed(bytes));

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

test('a PDF is cleaned and drawn in another process, into the folder that is named', async () => {
  const order = placed(pdfOf(['première page', 'deuxième page']));
  const cleaning = await new Cleaner().clean(order);
  expect(cleaning).toMatchObject({ kind: 'pdf', pages: 2, drawn: 2 });
  expect(readdirSync(order.output).sort()).toEqual(['1.jpg', '2.jpg', 'file', 'small.jpg', 'words.json']);
  expect(readFileSync(join(order.output, 'file')).length).toBe(cleaning.size);
  const words = JSON.parse(readFileSync(join(order.output, 'words.json'), 'utf8')) as string[];
  expect(words).toHaveLength(2);
});

test('a photo is drawn twice beside its file, and the reason of a refusal comes across', async () => {
  const order = placed(await photo('x'));
  expect(await new Cleaner().clean(order)).toMatchObject({ kind: 'picture', drawn: 1 });
  expect(readdirSync(order.output).sort()).toEqual(['1.jpg', 'file', 'small.jpg', 'words.json']);
  await expect(cleaned('<svg></svg>')).rejects.toMatchObject({ why: 'markup' });
});

test('a file that takes too long or needs too much ends with its process', async () => {
  const pdf = pdfOf(['x']);
  await expect(cleaned(pdf, new Cleaner({ ...LIMITS, first: 20 }))).rejects.toMatchObject({ why: 'took-too-long' });
  await expect(cleaned(pdf, new Cleaner({ ...LIMITS, memory: 1 }))).rejects.toMatchObject({ why: 'needs-too-much' });
});

/** Pages that all show the same noise, which no JPEG makes small. */
function noise(pages: number): Buffer {
  const [width, height] = [1_000, 3_000];
  return madePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${Array.from({ length: pages }, (_, n) => `${5 + n} 0 R`).join(' ')}]/Count ${pages}>>`,
    stream(
      `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8/ColorSpace/DeviceGray`,
      randomBytes(width * height),
    ),
    stream('', 'q 400 0 0 1200 0 0 cm /Im Do Q'),
    ...Array.from(
      { length: pages },
      () => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 1200]/Contents 4 0 R/Resources<</XObject<</Im 3 0 R>>>>>>',
    ),
  ]);
}

test('what is drawn of a file has an end, in time and on the disk, and what was drawn until then is kept', async () => {
  const slow = await cleaned(noise(20), new Cleaner({ ...LIMITS, first: 60_000, drawing: 500 }));
  expect(slow.pages).toBe(20);
  expect(slow.drawn).toBeLessThan(20);
  const order = placed(noise(20));
  const large = await new Cleaner({ ...LIMITS, first: 60_000, page: 60_000, drawing: 60_000 }).clean(order);
  expect(large.drawn).toBeLessThan(20);
  const drawn = readdirSync(order.output).filter((name) => /^\d+\.jpg$/.test(name));
  expect(drawn).toHaveLength(large.drawn);
  const bytes = (names: string[]): number =>
    names.reduce((sum, name) => sum + statSync(join(order.output, name)).size, 0);
  expect(bytes(drawn)).toBeLessThanOrEqual(BOUNDS.drawings);
  expect(large.stored).toBe(bytes([...drawn, 'file', 'small.jpg']));
}, 90_000);

test('a stream that unpacks to 300 MB and forms within one another cost the process and not this one', async () => {
  const packed = deflateSync(Buffer.alloc(300_000_000, 'q Q '));
  const bomb = madePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<<>>>>',
    stream('/Filter/FlateDecode', packed),
  ]);
  const nested = madePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>',
    stream('', '/F Do'),
    ...Array.from({ length: 10 }, (_, n) =>
      stream(
        `/Type/XObject/Subtype/Form/BBox[0 0 400 200]/Resources<</XObject<</F ${n === 9 ? 5 : 6 + n} 0 R>>>>`,
        '/F Do '.repeat(8),
      ),
    ),
  ]);
  let turns = 0;
  const turning = setInterval(() => turns++, 20);
  const cleaner = new Cleaner({ ...LIMITS, first: 3_000, page: 1_000, memory: 400_000_000 });
  const ends = await Promise.allSettled([cleaned(bomb, cleaner), cleaned(nested, cleaner)]);
  clearInterval(turning);
  for (const end of ends)
    if (end.status === 'rejected')
      expect(['took-too-long', 'needs-too-much', 'broken']).toContain((end.reason as { why: string }).why);
  expect(turns).toBeGreaterThan(10);
});

test('the process reads no other file than the one it was started for, and writes nowhere else', async () => {
  const order = placed(pdfOf(['x']));
  const other = placed('rien que des mots\n');
  for (const asked of [
    { ...order, input: other.input },
    { ...order, output: other.output },
  ]) {
    const child = launchCleaning([order.input], order.output);
    const told: unknown[] = [];
    child.on('message', (step) => told.push(step));
    child.send(asked);
    await new Promise((resolve) => child.once('close', resolve));
    expect(told).toEqual([{ step: 'refused', why: 'broken' }]);
  }
  expect(readdirSync(other.output)).toEqual([]);
});

test('the process knows nothing of the environment, and has no network where the system can take it away', async () => {
  const order = placed(pdfOf(['x']));
  const child = launchCleaning([order.input], order.output);
  const own = `/proc/${child.pid}`;
  // Behind the programs that start it.
  await until(async () => expect(readlinkSync(`${own}/exe`)).toBe(realpathSync(process.execPath)));
  const environment = readFileSync(`${own}/environ`, 'utf8').split('\0');
  const network = readlinkSync(`${own}/ns/net`);
  child.kill('SIGKILL');
  await once(child, 'close');
  // Where commands lie, and what the shell and Node need of their own.
  expect(environment.filter((line) => !/^((NODE_CHANNEL|PATH|PWD|OLDPWD|SHLVL|_).*=|$)/.test(line))).toEqual([]);
  const canTake = spawnSync('unshare', ['--user', '--net', 'true']).status === 0;
  expect(network === readlinkSync('/proc/self/ns/net')).toBe(!canTake);
});

test('fifty pages are drawn, and of further ones the words are kept', async () => {
  const order = placed(pdfOf(Array.from({ length: 51 }, (_, nth) => `page ${nth + 1}`)));
  const cleaning = await new Cleaner({ ...LIMITS, first: 60_000, page: 60_000, drawing: 60_000 }).clean(order);
  expect(cleaning).toMatchObject({ pages: 51, drawn: 50 });
  const words = JSON.parse(readFileSync(join(order.output, 'words.json'), 'utf8')) as string[];
  expect([readdirSync(order.output).includes('51.jpg'), words[50]]).toEqual([false, 'page 51']);
});
