import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RefusedFiles } from '../../../src/submissions/documents/refused-files.js';
import { Keeping } from '../../../src/uploads/keeping.js';
import type { Answer, Browsing } from '../../browsing.js';
import { cleanFile } from '../../files/clean-file.js';
import { folderSays } from '../../files/folder-says.js';
import { pdfOf } from '../../files/made-pdf.js';
import { formWith } from '../../form.js';
import { openWorld, type Person, type World } from '../../world.js';

/** Each file starts a process of its own, which a busy machine lets wait. */
const LONG = 120_000;
const DAY = 86_400_000;

let world: World;
let ada: Person;
let mo: Person;
let mia: Person;
beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'rue', name: 'Rue', documents: 'everyone' });
  ada = await world.member('Ada');
  mo = await world.member('Mo', { role: 'moderator' });
  mia = await world.member('Mia', { role: 'moderator' });
}, LONG);
afterAll(() => world.close());

interface Sent {
  id: string;
  /** Where its author follows it, and as whom. */
  place: string;
  file: string;
  /** A word of its file. */
  word: string;
  author: () => Promise<Browsing>;
}

/** A browser that is logged in by now, however many days have gone. */
const by = async (person: Person): Promise<Browsing> => world.visitor(await world.session(person.id));

let nth = 0;
async function sent(as: 'guest' | 'member'): Promise<Sent> {
  world.clock.advance(60_000);
  nth += 1;
  const word = `CANARI${nth}`;
  const author = (): Promise<Browsing> => (as === 'member' ? by(ada) : Promise.resolve(world.visitor()));
  const fields = { title: `Le papier ${nth}`, text: 'On l’a demandé.', key: `gone-files-key-${nth}`, action: 'send' };
  const file = { name: 'x.pdf', bytes: pdfOf([`La page du ${word}`]) };
  const answer = await (await author()).send('/category/rue/threads', fields, [file]);
  expect([answer.status, answer.status === 303 ? '' : answer.text]).toEqual([303, '']);
  const [row] = await world.writer.query<{ id: string; file: string }>(
    `select id, documents->0->>'id' as file from desk.submission order by written_at desc limit 1`,
  );
  const { id = '', file: document = '' } = row ?? {};
  const place = as === 'member' ? `/me/submissions/${id}` : (answer.location ?? '');
  return { id, place, file: document, word, author };
}

/** @returns the row of the log */
async function decide(person: Person, id: string, fields: Record<string, string>): Promise<string> {
  const answer = await (await by(person)).post(`/desk/submissions/${id}/decision`, { version: '1', ...fields });
  expect([answer.status, answer.status === 303 ? '' : answer.text]).toEqual([303, '']);
  const [row] = await world.writer.query<{ id: string }>('select max(id)::text as id from desk.decision');
  return row?.id ?? '';
}

const REFUSALS = { refuse: { decision: 'refuse', reason: 'off-topic' }, spam: { decision: 'spam' } } as const;

/** The hourly rounds. */
async function rounds(): Promise<void> {
  await world.app.get(RefusedFiles, { strict: false }).forget(world.clock.now());
  await world.app.get(Keeping, { strict: false }).keep(world.clock.now(), new AbortController().signal);
}

async function days(count: number): Promise<void> {
  world.clock.advance(count * DAY);
  await rounds();
}

const isThere = ({ word }: Sent): boolean => folderSays(world.config.filesDir, word);

async function appealed({ id, place, author }: Sent): Promise<string> {
  const answer = await (await author()).post(`${place}/appeal`, { text: 'Relisez, cela parle bien de la rue.' });
  expect(answer.status).toBe(303);
  const [row] = await world.writer.query<{ id: string }>('select id from desk.submission where appeals = $1', [id]);
  return row?.id ?? '';
}

const plain = (answer: Answer): string =>
  answer.html().querySelector('main')?.textContent.replaceAll(/\s+/g, ' ') ?? '';
const ofAuthor = async ({ author, place }: Sent): Promise<string> => plain(await (await author()).get(place));
const GONE = /fichiers? (ont été|a été) effacé/;
const OF_FILES = /fichiers? (ont été|a été|vont être|seront) effacé/;

/** « le 6 décembre 2026 », fourteen days after now. */
function theDay(): string {
  const day = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'Europe/Paris' });
  return day.format(new Date(world.clock.now().getTime() + 14 * DAY));
}

/** Every door to the file: that of readers, its author's and the desk's. */
async function doors(at: Sent): Promise<number[]> {
  const [author, desk] = [await at.author(), await by(mo)];
  const answers = await Promise.all([
    world.visitor().get(`/document/${at.file}`),
    world.visitor().get(`/document/${at.file}/files/x.pdf`),
    world.visitor().get(`/document/${at.file}/pages/1.jpg`),
    author.get(`${at.place}/documents/${at.file}/file`),
    author.get(`${at.place}/documents/${at.file}`),
    desk.get(`/desk/submissions/${at.id}/documents/${at.file}/file`),
    desk.get(`/desk/submissions/${at.id}/documents/${at.file}/pages/1.jpg`),
    desk.get(`/desk/submissions/${at.id}/documents/${at.file}`),
  ]);
  return answers.map(({ status }) => status);
}

/** What readers have of the thread that it became. */
async function thread({ id }: Sent): Promise<{ text: string; documents: number; posts: number; count: number }> {
  const [row] = await world.writer.query<{ address: string; count: number; posts: number }>(
    `select '/thread/' || t.id || '/' || t.slug as address, c.thread_count as count, t.post_count as posts
     from desk.submission s join thread t on t.id = s.thread_id join category c on c.id = t.category_id
     where s.id = $1`,
    [id],
  );
  const page = await world.visitor().get(row?.address ?? '/nowhere');
  expect(page.status).toBe(200);
  return {
    text: plain(page),
    documents: page.html().querySelectorAll('[data-document]').length,
    posts: row?.posts ?? 0,
    count: row?.count ?? 0,
  };
}

describe('the files of what is refused', () => {
  it.each([
    ['guest', 'refuse'],
    ['member', 'spam'],
  ] as const)(
    'of a %s lie fourteen days after %s, as the refusal says, and an undo after that brings the text back without them',
    async (as, how) => {
      const at = await sent(as);
      const day = theDay();
      const decision = await decide(mo, at.id, REFUSALS[how]);
      expect(await ofAuthor(at)).toContain(`ses fichiers seront effacés le ${day}`);
      await days(13);
      expect([isThere(at), (await doors(at)).slice(3)]).toEqual([true, [200, 404, 200, 200, 404]]);
      expect(await ofAuthor(at)).toContain(`ses fichiers seront effacés le ${day}`);
      await days(2);
      expect([isThere(at), await doors(at)]).toEqual([false, Array<number>(8).fill(404)]);
      expect(await ofAuthor(at)).toMatch(GONE);
      expect(await ofAuthor(at)).not.toContain('seront effacés');

      const desk = await by(mo);
      expect((await desk.post(`/desk/decisions/${decision}/undo`)).status).toBe(303);
      const card = await desk.get(`/desk/submissions/${at.id}`);
      expect(plain(card)).toMatch(GONE);
      expect(plain(card)).not.toContain('à joindre de nouveau');
      expect(card.html().querySelector('[name=without]')).toBeNull();
      expect((await desk.get('/desk?documents=1')).status).toBe(200);
      expect(await ofAuthor(at)).toMatch(GONE);
      expect(await ofAuthor(at)).toContain('On l’a demandé.');

      await decide(mo, at.id, { decision: 'accept' });
      const shown = await thread(at);
      expect([shown.text.includes('On l’a demandé.'), shown.documents, shown.posts]).toEqual([true, 0, 1]);
      expect(await doors(at)).toEqual(Array<number>(8).fill(404));
      expect(await ofAuthor(at)).toMatch(GONE);
      const library = await world.visitor().get('/documents');
      expect([library.status, library.text.includes(at.file)]).toEqual([200, false]);
    },
    LONG,
  );

  it(
    'lie as long as an appeal runs that was made before, and go with the next round when it is confirmed',
    async () => {
      const at = await sent('member');
      await decide(mo, at.id, REFUSALS.refuse);
      await days(13);
      const appeal = await appealed(at);
      await days(20);
      expect([isThere(at), (await doors(at)).slice(3)]).toEqual([true, [200, 404, 200, 200, 404]]);
      expect(await ofAuthor(at)).not.toMatch(OF_FILES);
      const card = await (await by(mia)).get('/desk?kind=appeal');
      const there = card.html().querySelector(`img[src="/desk/submissions/${at.id}/documents/${at.file}/small.jpg"]`);
      expect(there).not.toBeNull();
      await decide(mia, appeal, { decision: 'refuse', remark: 'Nous l’avons relu.' });
      expect(await ofAuthor(at)).toContain('ses fichiers vont être effacés');
      await days(0);
      expect([isThere(at), await doors(at)]).toEqual([false, Array<number>(8).fill(404)]);
      expect(await ofAuthor(at)).toMatch(GONE);
    },
    LONG,
  );

  it(
    'appear with their text when an appeal that was made before is granted after these days',
    async () => {
      const at = await sent('guest');
      await decide(mo, at.id, REFUSALS.spam);
      const appeal = await appealed(at);
      await days(30);
      await decide(mia, appeal, { decision: 'accept' });
      expect(await thread(at)).toMatchObject({ documents: 1, posts: 1 });
      await rounds();
      expect([isThere(at), (await doors(at)).slice(0, 4)]).toEqual([true, [301, 404, 200, 200]]);
      expect(await ofAuthor(at)).not.toMatch(OF_FILES);
    },
    LONG,
  );

  it(
    'are gone where the appeal comes after that: who grants it reads so, and the text appears without them',
    async () => {
      const at = await sent('guest');
      await decide(mo, at.id, REFUSALS.refuse);
      await days(15);
      const appeal = await appealed(at);
      expect(await ofAuthor(at)).toMatch(GONE);
      const card = await (await by(mia)).get(`/desk/submissions/${appeal}`);
      expect(plain(card)).toMatch(GONE);
      const granted = await decide(mia, appeal, { decision: 'accept' });
      const shown = await thread(at);
      expect([shown.text.includes('On l’a demandé.'), shown.documents, shown.posts]).toEqual([true, 0, 1]);
      expect(await doors(at)).toEqual(Array<number>(8).fill(404));
      expect(await ofAuthor(at)).toMatch(GONE);
      // Undone, it is refused as before, and granted again.
      expect((await (await by(mia)).post(`/desk/decisions/${granted}/undo`)).status).toBe(303);
      expect(await ofAuthor(at)).toMatch(GONE);
      await decide(mia, appeal, { decision: 'accept' });
      expect(await thread(at)).toMatchObject({ documents: 0, posts: 1, count: shown.count });
    },
    LONG,
  );

  it(
    'are gone from a text that came back, whose author corrects it and attaches them again',
    async () => {
      const at = await sent('member');
      const decision = await decide(mo, at.id, REFUSALS.refuse);
      await days(15);
      expect((await (await by(mo)).post(`/desk/decisions/${decision}/undo`)).status).toBe(303);
      await decide(mo, at.id, { decision: 'return', remark: 'Joignez-le de nouveau, merci.' });
      const author = await at.author();
      const page = (await author.get(at.place)).html();
      expect(plain(await author.get(at.place))).toContain('à joindre de nouveau');
      const { action, fields } = formWith(page, 'version');
      // As it stands it is told at its file, with the text.
      const same = await author.post(action, { ...fields, text: 'On l’a demandé deux fois.' });
      expect([same.status, same.html().querySelector('[data-upload] .why') !== null]).toEqual([422, true]);
      expect(same.text).toContain('On l’a demandé deux fois.');
      const removed = await author.send(action, { ...fields, remove: at.file });
      expect([removed.status, removed.html().querySelector('[data-upload]')]).toEqual([200, null]);
      const { upload: _gone, ...left } = fields;
      const file = { name: 'x.pdf', bytes: pdfOf(['La page, encore']) };
      const again = await author.send(action, left, [file]);
      expect([again.status, again.status === 303 ? '' : again.text]).toEqual([303, '']);
      await decide(mo, at.id, { decision: 'accept', version: '2' });
      expect(await thread(at)).toMatchObject({ documents: 1, posts: 1 });
    },
    LONG,
  );
});

describe('the files of a refused text that are still being checked', () => {
  const stateOf = async (id: string): Promise<string | undefined> =>
    (await world.writer.query<{ status: string }>('select status from desk.submission where id = $1', [id]))[0]
      ?.status;
  const checked = (file: string, state: 'unchecked' | 'clean'): Promise<unknown> =>
    world.db.owner.query('update desk.file set state = $2 where id = $1', [file, state]);

  it.each(['guest', 'member'] as const)(
    'let an appeal of a %s wait: it is granted when they are checked, and not before',
    async (as) => {
      const at = await sent(as);
      await decide(mo, at.id, REFUSALS.refuse);
      const appeal = await appealed(at);
      // As while the scanner of the administrator does not answer.
      await checked(at.file, 'unchecked');
      const desk = await by(mia);
      const grant = { decision: 'accept', version: '1' };
      const answer = await desk.post(`/desk/submissions/${appeal}/decision`, grant);
      expect([answer.status, plain(answer).includes('encore en cours de vérification')]).toEqual([409, true]);
      expect([await stateOf(at.id), await stateOf(appeal)]).toEqual(['refused', 'waiting']);
      expect((await doors(at)).slice(0, 3)).toEqual([404, 404, 404]);
      await checked(at.file, 'clean');
      await decide(mia, appeal, { decision: 'accept' });
      expect([await stateOf(at.id), await stateOf(appeal)]).toEqual(['published', 'published']);
      expect(await thread(at)).toMatchObject({ documents: 1, posts: 1 });
    },
    LONG,
  );
});

describe('a step that says all by its file', () => {
  it(
    'is not accepted without it, nor is its appeal granted; with words in its place it is',
    async () => {
      await world.category({ slug: 'dossiers', documents: 'everyone' });
      const lavoir = await world.case({ category: 'dossiers' });
      const step = async (): Promise<{ id: string; file: string }> => {
        world.clock.advance(60_000);
        const { upload, id: file } = await cleanFile(world, ['Le vote']);
        const said = { kind: 'vote', dated: '2026-04-02', text: '', key: `gone-files-key-${(nth += 1)}`, upload };
        const answer = await (await by(ada)).post(`/thread/${lavoir}/case/steps`, said);
        expect([answer.status, answer.status === 303 ? '' : answer.text]).toEqual([303, '']);
        const [row] = await world.writer.query<{ id: string }>(
          'select id from desk.submission order by written_at desc limit 1',
        );
        return { id: row?.id ?? '', file };
      };
      const [undone, appealing] = [await step(), await step()];
      const refusal = await decide(mo, undone.id, REFUSALS.refuse);
      await decide(mo, appealing.id, REFUSALS.refuse);
      await days(15);
      const left = await world.writer.query('select from desk.file where id = any($1)', [
        [undone.file, appealing.file],
      ]);
      expect(left).toEqual([]);
      const place = `/me/submissions/${appealing.id}`;
      const appeal = await appealed({ ...appealing, place, word: '', author: () => by(ada) });
      expect((await (await by(mo)).post(`/desk/decisions/${refusal}/undo`)).status).toBe(303);
      const accept = { decision: 'accept', version: '1' };
      const said = [];
      for (const id of [undone.id, appeal])
        said.push(await (await by(mia)).post(`/desk/submissions/${id}/decision`, accept));
      expect(said.map(({ status }) => status)).toEqual([422, 422]);
      const waits = await world.writer.query('select status from desk.submission where id = any($1) order by status', [
        [undone.id, appeal],
      ]);
      expect(waits).toEqual([{ status: 'waiting' }, { status: 'waiting' }]);
      await decide(mia, undone.id, { decision: 'accept', text: 'Le conseil a voté.' });
      expect((await world.visitor().get(`/thread/${lavoir}/posts/2`)).status).not.toBe(404);
    },
    LONG,
  );
});

it('what its author reads of a published text has no file any more that an edit has taken away', async () => {
  world.clock.advance(60_000);
  const { upload, id: file } = await cleanFile(world, ['Le plan']);
  const author = await by(ada);
  const words = {
    title: 'Avec son plan',
    text: 'Le voici.',
    upload,
    uploadTitle: 'Le plan',
    key: 'gone-files-edited',
  };
  expect((await author.post('/category/rue/threads', words)).status).toBe(303);
  const last = async (): Promise<{ id: string; at: string }> => {
    const [row] = await world.writer.query<{ id: string; at: string }>(
      `select id, '/thread/' || thread_id || '/posts/1' as at from desk.submission order by written_at desc limit 1`,
    );
    return row ?? { id: '', at: '' };
  };
  const { id } = await last();
  await decide(mo, id, { decision: 'accept' });
  const pieces = async (): Promise<(string | undefined)[]> =>
    (await author.get(`/me/submissions/${id}`))
      .html()
      .querySelectorAll('li[data-document]')
      .map((piece) => piece.getAttribute('data-document'));
  expect(await pieces()).toEqual([file]);
  world.clock.advance(60_000);
  const { fields, action } = formWith((await author.get(`${(await last()).at}/edits/new`)).html(), 'version');
  const { upload: _without, uploadTitle: _title, ...rest } = fields;
  expect((await author.post(action, { ...rest, upload: '', key: 'gone-files-editing' })).status).toBe(303);
  await decide(mo, (await last()).id, { decision: 'accept' });
  expect(await pieces()).toEqual([]);
});
