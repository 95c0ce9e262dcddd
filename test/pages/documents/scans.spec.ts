import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BlackedFiles } from '../../../src/uploads/blacked-files.js';
import { exchangeBytes } from '../../../src/uploads/exchange-bytes.js';
import { Recognitions } from '../../../src/uploads/recognitions.js';
import { scanned } from '../../files/scanned.js';
import { openWorld, type Person, type World } from '../../world.js';

/** Each file and each reading starts a process of its own, which a busy machine lets wait. */
const LONG = 180_000;
const LINES = ['La commune dispense les agents', 'Le prestataire garde les images', 'Fait a Metz en novembre'];

let world: World;
let moderator: Person;
let ada: Person;
let keys = 0;

async function open(recognise: boolean): Promise<void> {
  world = await openWorld({ config: { recognise } });
  await world.category({ slug: 'rue', name: 'Rue', documents: 'everyone' });
  moderator = await world.member('Mo', { role: 'moderator' });
  ada = await world.member('Ada');
}

async function sent(bytes: Uint8Array): Promise<{ submission: string; document: string }> {
  world.clock.advance(1_000);
  const fields = { title: 'Une réponse', text: 'Elle est venue.', key: `scans-key-${1000 + (keys += 1)}` };
  const answer = await world
    .visitor(ada.cookie)
    .send('/category/rue/threads', { ...fields, action: 'send' }, [{ name: 'x', bytes }]);
  expect([answer.status, answer.status === 303 ? '' : answer.text]).toEqual([303, '']);
  const [row] = await world.writer.query<{ submission: string; document: string }>(
    `select id as submission, documents->0->>'id' as document from desk.submission
     order by written_at desc, changed_at desc limit 1`,
  );
  return row ?? { submission: '', document: '' };
}
const accept = async (submission: string) =>
  expect(
    (
      await world
        .visitor(moderator.cookie)
        .post(`/desk/submissions/${submission}/decision`, { decision: 'accept', version: '1' })
    ).status,
  ).toBe(303);

/** Turns of the job until nothing is left to read. */
async function readAll(): Promise<void> {
  const goesOn = new AbortController().signal;
  while ((await world.app.get(Recognitions).turn(goesOn)) === 'unfinished');
}
const wordsOf = async (document: string): Promise<string[]> =>
  (
    await world.reader.query<{ words: string }>(
      'select words from document_page where document_id = $1 and recognised order by page',
      [document],
    )
  ).map(({ words }) => words);
const hits = async (address: string): Promise<(string | undefined)[][]> =>
  (await world.visitor().get(address))
    .html()
    .querySelectorAll('article[data-document]')
    .map((each) => [each.getAttribute('data-document'), each.getAttribute('data-page')]);

describe('a scanned document', () => {
  let one: { submission: string; document: string };
  beforeAll(async () => {
    await open(true);
    one = await sent(scanned(LINES));
  }, LONG);
  afterAll(() => world.close());

  it(
    'is not read before it is published',
    async () => {
      await readAll();
      expect(await world.writer.query('select from desk.file_page')).toEqual([]);
    },
    LONG,
  );

  it(
    'is read afterwards: on its pages, marked, and found by the library and the search',
    async () => {
      await accept(one.submission);
      const second = `/document/${one.document}/document?page=2`;
      expect((await world.visitor().get(second)).text).toContain('c’est une image');
      const jobs = await world.db.owner.query(
        `select from graphile_worker.jobs where task_identifier = 'recognise-pages'`,
      );
      expect(jobs.rows).toHaveLength(1);
      await readAll();
      const page = (await world.visitor().get(second)).html();
      expect(page.querySelector('.page-words')?.textContent).toBe(LINES[1]);
      expect(page.querySelector('section .hint')?.textContent).toContain('Texte reconnu');
      expect(await hits('/documents?q=prestataires')).toEqual([[one.document, '2']]);
      expect((await world.visitor().get('/documents?q=prestataires')).text).toContain('(texte reconnu)');
      expect(await hits('/search?kind=document&q=prestataire')).toEqual([[one.document, '2']]);
    },
    LONG,
  );

  it(
    'is read although a program has put a stamp on it, whose words it keeps',
    async () => {
      const stamped = await sent(scanned(['Le vieux chemin des tilleuls'], { stamp: 'Recu en mairie' }));
      await accept(stamped.submission);
      expect(await hits('/documents?q=mairie')).toEqual([[stamped.document, '1']]);
      expect(await hits('/documents?q=tilleul')).toEqual([]);
      await readAll();
      expect(await wordsOf(stamped.document)).toEqual([expect.stringMatching(/^Recu en mairie\n\n[^]*tilleuls/)]);
      expect(await hits('/documents?q=tilleul')).toEqual([[stamped.document, '1']]);
      expect(await hits('/documents?q="reçu en mairie"')).toEqual([[stamped.document, '1']]);
    },
    LONG,
  );

  it(
    'loses these words with its post, has them again with it, and is not read twice',
    async () => {
      const [{ thread }] = (await world.reader.query<{ thread: number }>(
        'select thread_id as thread from document where id = $1',
        [one.document],
      )) as [{ thread: number }];
      const desk = world.visitor(moderator.cookie);
      const removal = { reason: 'off-topic', remark: 'non' };
      expect((await desk.post(`/desk/thread/${thread}/posts/1/removal`, removal)).status).toBe(303);
      expect([await wordsOf(one.document), await hits('/documents?q=prestataire')]).toEqual([[], []]);
      const [last] = await world.writer.query<{ id: string }>('select max(id)::text as id from desk.decision');
      expect((await desk.post(`/desk/decisions/${last?.id}/undo`)).status).toBe(303);
      expect(await wordsOf(one.document)).toEqual(LINES);
      expect(await world.app.get(Recognitions).turn(new AbortController().signal)).toBeUndefined();
    },
    LONG,
  );

  it(
    'loses them when a page is blacked out: what is made without it has none, until it is read itself',
    async () => {
      const covered = { areas: [{ page: 1, left: 0, top: 0, width: 1_000, height: 1_000 }], drop: [3] };
      const made = await world.app.get(BlackedFiles).make(one.document, covered, world.clock.now());
      expect(await world.writer.query('select from desk.file_page where file_id = $1', [made])).toEqual([]);
      await world.writer.query(
        `update desk.post_documents set documents = jsonb_set(documents, '{0,id}', to_jsonb($2::text))
         where documents->0->>'id' = $1`,
        [one.document, made],
      );
      expect(await hits('/documents?q=commune')).toEqual([]);
      await readAll();
      expect(await wordsOf(made)).toEqual([LINES[1]]);
    },
    LONG,
  );

  it(
    'says nothing of what was covered while it was being read: its bytes are others by then',
    async () => {
      const three = await sent(scanned(LINES));
      await accept(three.submission);
      const covered = { areas: [{ page: 1, left: 0, top: 0, width: 1_000, height: 1_000 }], drop: [] };
      const made = await world.app.get(BlackedFiles).make(three.document, covered, world.clock.now());
      const reading = world.app.get(Recognitions).turn(new AbortController().signal);
      // The engine is not even started by then.
      await world.writer.transaction((tx) => exchangeBytes(tx, three.document, made));
      await reading;
      expect(await wordsOf(three.document)).toEqual([]);
      await readAll();
      expect(await wordsOf(three.document)).toEqual(LINES.slice(1));
      expect(await world.writer.query('select from desk.file_page where file_id = $1', [made])).toEqual([]);
    },
    LONG,
  );

  it(
    'goes on where a stop cut it off, and leaves nothing when its author takes it back',
    async () => {
      const two = await sent(scanned(LINES));
      await accept(two.submission);
      const stopped = new AbortController();
      stopped.abort();
      expect(await world.app.get(Recognitions).turn(stopped.signal)).toBe('unfinished');
      expect(await wordsOf(two.document)).toEqual([]);
      await readAll();
      expect(await wordsOf(two.document)).toEqual(LINES);
      const back = { version: '1' };
      const taken = await world.visitor(ada.cookie).post(`/me/submissions/${two.submission}/withdrawal`, back);
      expect(taken.status).toBe(303);
      expect(await world.writer.query('select from desk.file_page where file_id = $1', [two.document])).toEqual([]);
      expect(await hits('/documents?q=agents')).toEqual([]);
    },
    LONG,
  );
});

describe('with OCR=off', () => {
  beforeAll(() => open(false), LONG);
  afterAll(() => world.close());

  it(
    'pages of pictures have no words',
    async () => {
      const { submission, document } = await sent(scanned(LINES.slice(0, 1)));
      await accept(submission);
      await readAll();
      expect(await wordsOf(document)).toEqual([]);
      expect((await world.visitor().get(`/document/${document}/document`)).text).toContain('c’est une image');
    },
    LONG,
  );
});
