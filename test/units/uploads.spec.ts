import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Cleanings } from '../../src/uploads/cleanings.js';
import { checkFiles } from '../../src/command-line/files.js';
import { FileCheck, type FilesFound } from '../../src/uploads/file-check.js';
import { Keeping } from '../../src/uploads/keeping.js';
import { Store } from '../../src/uploads/store.js';
import { Uploads } from '../../src/uploads/uploads.js';
import { pdfOf } from '../files/made-pdf.js';
import { until } from '../until.js';
import { openWorld, type World } from '../world.js';

/** Each file starts a process of its own, which a busy machine lets wait. */
const LONG = 90_000;

let world: World;
let uploads: Uploads;
let keeping: Keeping;
beforeAll(async () => {
  world = await openWorld({ config: { fileBytes: 50_000 } });
  uploads = world.app.get(Uploads);
  keeping = world.app.get(Keeping);
}, LONG);
afterAll(() => world.close());
beforeEach(() => world.db.owner.query('delete from desk.file'));

const DAY = 86_400_000;
const sent = (bytes: Uint8Array | string): Promise<{ id: string; token: string }> =>
  uploads.receive(Readable.from([Buffer.from(bytes)]), world.clock.now());
const round = (): Promise<void> => keeping.keep(world.clock.now(), new AbortController().signal);
const folder = (...path: string[]): string => join(world.config.filesDir, ...path);
const kept = (id: string): string => folder('kept', id.slice(0, 2), id);
const lying = (place: string): string[] => (existsSync(folder(place)) ? readdirSync(folder(place)) : []);
const rows = (): Promise<{ id: string; state: string }[]> => world.writer.query('select id, state from desk.file');

describe('a file that came', () => {
  it(
    'is made anew, its words are kept by page, and the bytes that came are gone',
    async () => {
      const { id, token } = await sent(pdfOf(['la délibération', 'le contrat']));
      expect(await uploads.settled(id)).toMatchObject({ state: 'clean', kind: 'pdf', pages: 2, drawn: 2 });
      expect((await uploads.byToken(token))?.id).toBe(id);
      expect(readdirSync(kept(id)).sort()).toEqual(['1.jpg', '2.jpg', 'file', 'small.jpg']);
      expect([lying('coming'), lying('came'), lying('making')]).toEqual([[], [], []]);
      const words = await world.writer.query<{ page: number; found: boolean }>(
        `select page, search @@ to_tsquery('simple', '''=contrat''') as found from desk.file_page order by page`,
      );
      expect(words).toEqual([
        { page: 1, found: false },
        { page: 2, found: true },
      ]);
    },
    LONG,
  );

  it(
    'is kept whole as its row says, though two processes clean it at once',
    async () => {
      const store = world.app.get(Store);
      const other = new Cleanings(world.writer, store, world.config);
      const { id } = await sent(pdfOf(['la délibération', 'le contrat']));
      other.begin(id);
      await Promise.all([uploads.settled(id), other.end(id)]);
      await until(async () => expect([lying('came'), lying('making')]).toEqual([[], []]));
      const [row] = await world.writer.query<{ state: string; hash: Buffer }>('select state, hash from desk.file');
      expect([row?.state, row?.hash.toString('hex')]).toEqual(['clean', (await store.hashOf(id))?.toString('hex')]);
    },
    LONG,
  );

  it(
    'is opened by its token alone, of which only a hash is stored',
    async () => {
      const { id, token } = await sent('une ligne');
      await uploads.settled(id);
      expect(await uploads.byToken(`${token.slice(1)}A`)).toBeNull();
      const [row] = await world.writer.query<{ text: string }>('select to_jsonb(f)::text as text from desk.file f');
      expect(row?.text).not.toContain(token);
    },
    LONG,
  );

  it.each([
    ['that is empty', '', 'empty'],
    ['that is larger than one may be', 'a'.repeat(50_001), 'too-large'],
    ['that cannot be cleaned', '<svg xmlns="http://www.w3.org/2000/svg"></svg>', 'markup'],
  ])(
    '%s is refused and leaves neither row nor file',
    async (_, bytes, why) => {
      const answer = sent(bytes).then(({ id }) => uploads.settled(id));
      await expect(answer).rejects.toMatchObject({ why });
      expect(await rows()).toEqual([]);
      expect([lying('coming'), lying('came'), lying('making')]).toEqual([[], [], []]);
    },
    LONG,
  );

  it(
    'and breaks off leaves neither row nor file',
    async () => {
      const broken = new Readable({
        read() {
          this.push('le début');
          this.destroy(new Error('cut'));
        },
      });
      await expect(uploads.receive(broken, world.clock.now())).rejects.toThrow('cut');
      expect(await rows()).toEqual([]);
      expect(lying('coming')).toEqual([]);
    },
    LONG,
  );

  it(
    'is thrown away by whoever has its token',
    async () => {
      const { id, token } = await sent('une ligne');
      await uploads.settled(id);
      await uploads.remove(token);
      expect([await rows(), existsSync(kept(id))]).toEqual([[], false]);
    },
    LONG,
  );
});

describe('the check of all files', () => {
  it(
    'names what is missing, changed or belongs to nothing',
    async () => {
      const ids: string[] = [];
      for (const words of ['un', 'deux', 'trois']) {
        const { id } = await sent(words);
        await uploads.settled(id);
        ids.push(id);
      }
      const [whole = '', changed = '', missing = ''] = ids;
      writeFileSync(join(kept(changed), 'file'), 'autre chose');
      rmSync(kept(missing), { recursive: true });
      const stray = '00000000-1111-4222-8333-555555555555';
      mkdirSync(kept(stray), { recursive: true });
      const check = world.app.get(FileCheck);
      const found = await check.check(() => undefined);
      expect(found).toMatchObject({ checked: 3, missing: [missing], changed: [changed] });
      expect(found.unknown).toContain(stray);
      const other = folder('..', `copied-${whole}`);
      expect([await check.copyTo(other), existsSync(join(other, 'kept'))]).toEqual([true, true]);
      expect(await check.copyTo(other)).toBe(false);
      rmSync(other, { recursive: true });
    },
    LONG,
  );
});

it('says how far the check is after each thousand of files, and names the first twenty of what it finds', async () => {
  const said: string[] = [];
  const unknown = Array.from({ length: 23 }, (_, nth) => `id ${nth}`);
  const check = async (progress: (done: number) => void): Promise<FilesFound> => {
    for (const done of [200, 900, 1_000, 1_400, 2_100]) progress(done);
    return { checked: 2_100, missing: [], changed: [], unknown };
  };
  const rooms = { get: () => ({ check }) } as unknown as Parameters<ReturnType<typeof checkFiles>>[0];
  const report = await checkFiles((line) => void said.push(line))(rooms, world.clock.now());
  expect(said).toEqual(['1000 files', '2100 files']);
  expect(report.split('\n')).toEqual([
    '2100 files checked.',
    '0 missing',
    '0 changed',
    '23 unknown',
    ...unknown.slice(0, 20).map((id) => `  ${id}`),
    '  and 3 more',
  ]);
});

describe('the hourly round', () => {
  it(
    'forgets after a day what was never attached, with its bytes',
    async () => {
      const { id } = await sent('une ligne');
      await uploads.settled(id);
      await round();
      expect(existsSync(kept(id))).toBe(true);
      world.clock.advance(DAY + 1);
      await round();
      expect([await rows(), existsSync(kept(id))]).toEqual([[], false]);
    },
    LONG,
  );

  it(
    'takes away whatever lies there and belongs to no row',
    async () => {
      const { id } = await sent('une ligne');
      await uploads.settled(id);
      const stray = '00000000-1111-4222-8333-444444444444';
      mkdirSync(kept(stray), { recursive: true });
      writeFileSync(join(kept(stray), 'file'), 'x');
      writeFileSync(folder('came', stray), 'x');
      await round();
      expect([existsSync(kept(stray)), lying('came'), existsSync(kept(id))]).toEqual([false, [], true]);
    },
    LONG,
  );

  it(
    'cleans what a stop left behind, and refuses what it has no bytes of',
    async () => {
      const { id } = await sent('une ligne');
      await uploads.settled(id);
      await world.db.owner.query(`update desk.file set state = 'unchecked'`);
      writeFileSync(folder('came', id), 'une autre ligne');
      await round();
      expect(await rows()).toEqual([{ id, state: 'clean' }]);
      await world.db.owner.query(`update desk.file set state = 'unchecked'`);
      await round();
      expect(await rows()).toEqual([{ id, state: 'refused' }]);
    },
    LONG,
  );
});

it(
  'counts a file as large as it may be while it comes, and then with all that was drawn of it',
  async () => {
    const stored = async (): Promise<number | undefined> =>
      (await world.writer.query<{ stored: number }>('select stored from desk.file'))[0]?.stored;
    const bytes = new PassThrough();
    const coming = uploads.receive(bytes, world.clock.now());
    bytes.write('%PDF-1.7');
    await until(async () => expect(await stored()).toBe(50_000));
    bytes.destroy(new Error('cut'));
    await expect(coming).rejects.toThrow('cut');
    const { id } = await sent(pdfOf(['la délibération', 'le contrat']));
    await uploads.settled(id);
    const pieces = readdirSync(kept(id)).map((name) => statSync(join(kept(id), name)).size);
    expect(pieces).toHaveLength(4);
    expect(await stored()).toBe(pieces.reduce((sum, size) => sum + size));
  },
  LONG,
);

it(
  'takes no file when all of them together would be too many, and says when to try again',
  async () => {
    await world.db.owner.query(
      `insert into desk.file (id, token_hash, state, size, stored, sent_at)
     select gen_random_uuid(), decode(md5(n::text), 'hex'), 'clean', 1, 2000000000, now() from generate_series(1, 6) n`,
    );
    await expect(sent('une ligne')).rejects.toMatchObject({ code: 'files-full', detail: { seconds: 3600 } });
  },
  LONG,
);
