import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Child } from '../bench/child.js';
import { cleaned } from '../bench/cleaned-pdf.js';
import { keepLarge, putWaiting } from '../bench/document-files.js';
import { listed } from '../bench/document-lists.js';
import { alike, alikeWords, streamed } from '../bench/document-times.js';
import { hideDocuments, IN_ONE_POST, PAGES, sowDocuments, type SownDocuments } from '../bench/sown-documents.js';
import type { Row } from '../bench/table.js';
import { openWorld, type World } from '../world.js';

/** Short of `npm run bench -- documents`: all of it is measured, of few documents, and no time is compared. */
const LONG = 120_000;
const DOCUMENTS = 60;

let world: World;
let sown: SownDocuments;
const said: string[] = [];
const say = (line: string): void => void said.push(line);
const whole = (rows: Row[]): void => {
  expect(rows.filter(({ ours }) => /^$|NaN|Infinity|undefined/.test(ours))).toEqual([]);
};

beforeAll(async () => {
  world = await openWorld();
  const told: number[] = [];
  sown = await sowDocuments(world.db.owner, { documents: DOCUMENTS, progress: (done) => told.push(done) });
  expect(told).toEqual([DOCUMENTS]);
}, LONG);
afterAll(() => world.close());

it(
  'the bench of documents sows what readers see, and finds it',
  async () => {
    const count = (table: string) => world.reader.query(`select count(*)::int as rows from ${table}`);
    expect(await count('document')).toEqual([{ rows: DOCUMENTS }]);
    expect(await count('document_page')).toEqual([{ rows: DOCUMENTS * PAGES }]);
    const full = (await world.visitor().get(`/thread/${sown.full}/papiers`)).html();
    expect(full.querySelectorAll('li[data-document]')).toHaveLength(IN_ONE_POST);
    const rows = await listed(world.url, { documents: DOCUMENTS, runs: 1, warm: 3, say });
    whole(rows);
    const hits = new Map(rows.map(({ what, besides }) => [what, besides]));
    expect([
      hits.get('the library'),
      hits.get('q: a word of one document'),
      hits.get('q: a word of no document'),
    ]).toEqual(['20 hits', '1 hits', '0 hits']);
    expect(hits.get('q: a word of every page')).toBe('20 hits');
  },
  LONG,
);

it(
  'takes a file as it is and as a bare stream, and times what waits beside what never was',
  async () => {
    const bytes = 300_000;
    const large = await keepLarge(world.db.owner, world.config, sown.document, bytes);
    const floor = await Child.start('floor-file', 0);
    try {
      await floor.ask('show', large);
      const file = `${world.url}/document/${sown.document}/files/deliberation-0.pdf`;
      const row = await streamed({ ours: file, floor: await floor.ask<string>('address') }, { bytes, times: 1, say });
      whole([row]);
    } finally {
      await floor.stop();
    }
    const waiting = await putWaiting(world.db.owner, world.config, 'waiting');
    whole(await alike(world.url, waiting, { pairs: 10, say }));
  },
  LONG,
);

it(
  'hides documents with a word of their own, and times it beside one that is nowhere',
  async () => {
    const word = 'wovuxi';
    const pages = await hideDocuments(world.db.owner, { threads: 2, word });
    expect(pages).toBe(2 * 10 * PAGES);
    const ada = await world.member('Ada');
    const found = async (cookie: string | null): Promise<number> =>
      (await world.visitor(cookie).get(`/documents?q=${word}`)).html().querySelectorAll('article').length;
    expect([(await found(ada.cookie)) > 0, await found(null)]).toEqual([true, 0]);
    whole([await alikeWords(world.url, { hidden: word, pages }, { pairs: 2, say })]);
  },
  LONG,
);

it(
  'cleans a scan and says how long that took',
  async () => {
    whole(await cleaned({ megabytes: 1, times: 1, say }));
    expect(said.at(-1)).toMatch(/clean after \d/);
  },
  LONG,
);
