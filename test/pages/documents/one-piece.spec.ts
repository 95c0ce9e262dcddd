import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import * as mupdf from 'mupdf';
import type { HTMLElement } from 'node-html-parser';
import { photo, png } from '../../files/made-pictures.js';
import { openWorld, type World } from '../../world.js';

/** Each file starts a process of its own, which a busy machine lets wait. */
const LONG = 90_000;
const FORM = '/category/rue/threads';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'rue', name: 'Rue', documents: 'everyone' });
}, LONG);
afterAll(() => world.close());

let keys = 0;
const key = (): string => {
  world.clock.advance(1_000);
  return `one-piece-key-${String((keys += 1)).padStart(4, '0')}`;
};
const words = { title: 'Une lettre', text: 'Deux pages, photographiées.' };
const tokens = (page: HTMLElement): string[] =>
  page.querySelectorAll('[data-upload] input[name=upload]').map((each) => each.getAttribute('value') ?? '');
const offersJoining = (page: HTMLElement): boolean =>
  page.querySelector('[data-join]')?.hasAttribute('hidden') === false;
/** Two pictures, one on its side and one upright, and a text. */
const three = async (): Promise<string[]> => {
  const files = [
    { name: '1.png', bytes: await png(300, 200) },
    { name: '2.jpg', bytes: await photo('CANARI', 600, 400) },
    { name: '3.txt', bytes: 'une ligne' },
  ];
  const page = (await world.visitor().send(FORM, words, files)).html();
  expect(offersJoining(page)).toBe(true);
  expect(page.querySelectorAll('input[name=together]')).toHaveLength(2);
  return tokens(page);
};
/** Whether each page is upright, of the file with this kept id. */
const upright = (id: string): boolean[] => {
  const bytes = readFileSync(join(world.config.filesDir, 'kept', id.slice(0, 2), id, 'file'));
  expect(bytes.includes('CANARI')).toBe(false);
  const pdf = mupdf.PDFDocument.openDocument(bytes, 'application/pdf');
  return Array.from({ length: pdf.countPages() }, (_, n) => {
    const [left, top, right, bottom] = pdf.loadPage(n).getBounds();
    return bottom - top > right - left;
  });
};
const newest = async (): Promise<{ id: string; title: string; nature: string }[]> => {
  const [row] = await world.writer.query<{ documents: { id: string; title: string; nature: string }[] }>(
    'select documents from desk.submission order by written_at desc, changed_at desc limit 1',
  );
  return row?.documents ?? [];
};

it(
  'pictures of one letter become one document without script, in the order that buttons gave them',
  async () => {
    const visitor = world.visitor();
    const [one = '', two = '', three_ = ''] = await three();
    const said = { ...words, upload: ['', one, two, three_], uploadTitle: ['', 'Lettre', ''] };
    const moved = (await visitor.post(FORM, { ...said, arrange: `up ${two}` })).html();
    expect(tokens(moved)).toEqual([two, one, three_]);
    expect(moved.querySelector('[data-upload] input[name=uploadTitle]')?.getAttribute('value')).toBe('Lettre');
    const joined = await visitor.post(FORM, {
      ...words,
      upload: ['', two, one, three_],
      uploadTitle: ['Lettre', '', 'Note'],
      uploadNature: ['photo', 'photo', 'other'],
      together: [two, one],
      arrange: 'join',
    });
    expect(joined.status).toBe(200);
    const [piece = '', note = ''] = tokens(joined.html());
    expect([note, tokens(joined.html()).length, offersJoining(joined.html())]).toEqual([three_, 2, false]);
    const became = joined.html().querySelector('[data-became]')?.textContent ?? '';
    expect([became.includes('PDF, 2\u00a0pages'), became.includes('la position')]).toEqual([true, true]);
    const sent = await visitor.post(FORM, {
      ...words,
      key: key(),
      action: 'send',
      upload: ['', piece, note],
      uploadTitle: ['Lettre', 'Note'],
    });
    expect(sent.status).toBe(303);
    const documents = await newest();
    expect(documents.map(({ title }) => title)).toEqual(['Lettre', 'Note']);
    // The photo lies on its side in its file, and upright as it was taken.
    expect(upright(documents[0]?.id ?? '')).toEqual([true, false]);
  },
  LONG,
);

it(
  'ticked pictures are one document of what is sent, and the same sending once more is the same',
  async () => {
    const [one = '', two = ''] = await three();
    const sending = { ...words, key: key(), action: 'send', upload: ['', one, two], together: [one, two] };
    const [first, again] = [await world.visitor().post(FORM, sending), await world.visitor().post(FORM, sending)];
    expect([first.status, again.status, again.location]).toEqual([303, 303, first.location]);
    const documents = await newest();
    expect(documents).toHaveLength(1);
    expect([documents[0]?.nature, upright(documents[0]?.id ?? '')]).toEqual(['other', [false, true]]);
  },
  LONG,
);

it(
  'what cannot be one document is said, and all files stay in the form',
  async () => {
    const [one = '', two = '', three_ = ''] = await three();
    const upload = ['', one, two, three_];
    const answers = [
      await world.visitor().post(FORM, { ...words, upload, together: one, arrange: 'join' }),
      await world.visitor().post(FORM, { ...words, upload, together: [one, three_], arrange: 'join' }),
      await world.visitor().post(FORM, { ...words, upload: [...upload, 'x'], together: [one, 'x'] }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422]);
    expect(answers.slice(0, 2).map((answer) => tokens(answer.html()))).toEqual([upload.slice(1), upload.slice(1)]);
    expect(answers[0]?.text).toContain('au moins deux images');
    expect(answers[1]?.text).toContain('seules des images déjà vérifiées');
    const [left] = await world.writer.query<{ count: number }>(
      `select count(*)::int as count from desk.file where state = 'arriving'`,
    );
    expect(left?.count).toBe(0);
  },
  LONG,
);
