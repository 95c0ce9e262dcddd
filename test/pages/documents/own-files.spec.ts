import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../browsing.js';
import { everyByte } from '../../files/every-byte.js';
import { folderSays } from '../../files/folder-says.js';
import { pdfOf } from '../../files/made-pdf.js';
import { rowsWith } from '../../rows-with.js';
import { openWorld, type Person, type World } from '../../world.js';

/** Each file starts a process of its own, which a busy machine lets wait. */
const LONG = 120_000;

let world: World;
let ada: Person;
let berthe: Person;
let moderator: Person;
beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'rue', name: 'Rue', documents: 'everyone' });
  moderator = await world.member('Mo', { role: 'moderator' });
  ada = await world.member('Ada');
  berthe = await world.member('Berthe');
}, LONG);
afterAll(() => world.close());

let keys = 0;
interface Sent {
  place: string;
  id: string;
}
/** What somebody has sent with these files; `place` is where they follow it. */
async function sent(cookie: string | null, files: string[][]): Promise<Sent> {
  world.clock.advance(60_000);
  const fields = { title: 'La réponse', text: 'Elle est venue.', key: `own-files-key-${1000 + (keys += 1)}` };
  const pdfs = files.map((lines) => ({ name: 'x.pdf', bytes: pdfOf(lines) }));
  const answer = await world.visitor(cookie).send('/category/rue/threads', { ...fields, action: 'send' }, pdfs);
  expect([answer.status, answer.status === 303 ? '' : answer.text]).toEqual([303, '']);
  const [row] = await world.writer.query<{ id: string }>(
    'select id from desk.submission order by written_at desc limit 1',
  );
  const id = row?.id ?? '';
  return { id, place: cookie === null ? (answer.location ?? '') : `/me/submissions/${id}` };
}
async function standing({ id }: Sent): Promise<{ version: number; ids: string[]; titles: string[]; status: string }> {
  const [row] = await world.writer.query<{
    version: number;
    status: string;
    documents: { id: string; title: string }[];
  }>('select version, status, documents from desk.submission where id = $1', [id]);
  const documents = row?.documents ?? [];
  return {
    version: row?.version ?? 0,
    status: row?.status ?? '',
    ids: documents.map((each) => each.id),
    titles: documents.map(({ title }) => title),
  };
}
const act = (cookie: string | null, { place }: Sent, document: string, fields: object): Promise<Answer> =>
  world.visitor(cookie).post(`${place}/documents/${document}`, { ...fields });
const ticks = (answer: Answer): string[] =>
  answer
    .html()
    .querySelectorAll('input[name=tick]')
    .map((each) => each.getAttribute('value') ?? '');

const nobodyHas = async (word: string): Promise<void> => {
  for (const each of [word, word.toLowerCase()]) expect(await rowsWith(world.db.owner, each)).toEqual([]);
  expect(folderSays(world.config.filesDir, word)).toBe(false);
};

describe('a file of what waits', () => {
  it(
    'is retitled, moved and removed by whoever has the follow address, each time as the next version',
    async () => {
      const at = await sent(null, [['Une page'], ['Une autre']]);
      const [one = '', other = ''] = (await standing(at)).ids;
      const follow = (await world.visitor().get(at.place)).html();
      expect(follow.querySelector(`a[href="${at.place}/documents/${one}"]`)?.textContent).toContain('Changer');
      const said = { action: 'title', title: 'Le plan', nature: 'letter', origin: 'authority', from: 'Mairie' };
      expect((await act(null, at, one, { version: '1', ...said, dated: 'hier' })).status).toBe(422);
      const long = await act(null, at, one, { version: '1', ...said, title: 'x'.repeat(141) });
      expect([long.status, long.html().querySelector('.why') === null]).toEqual([422, false]);
      expect((await act(null, at, one, { version: '1', ...said })).location).toBe(at.place);
      expect(await standing(at)).toMatchObject({ version: 2, titles: ['Le plan', ''], ids: [one, other] });
      expect((await act(null, at, one, { version: '1', action: 'move', to: '2' })).status).toBe(409);
      expect((await act(null, at, one, { version: '2', action: 'move', to: '3' })).status).toBe(422);
      expect((await act(null, at, one, { version: '2', action: 'move', to: '2' })).status).toBe(303);
      expect(await standing(at)).toMatchObject({ version: 3, ids: [other, one] });
      // A decision names the version that it read.
      const decide = (version: string): Promise<Answer> =>
        world.visitor(moderator.cookie).post(`/desk/submissions/${at.id}/decision`, { decision: 'accept', version });
      expect((await decide('1')).status).toBe(409);
      expect((await act(null, at, other, { version: '3', action: 'remove' })).status).toBe(303);
      expect(await standing(at)).toMatchObject({ version: 4, ids: [one] });
      expect((await act(null, at, other, { version: '4', action: 'remove' })).status).toBe(404);
      expect((await decide('4')).status).toBe(303);
      expect((await act(null, at, one, { version: '4', action: 'remove' })).status).toBe(404);
    },
    LONG,
  );

  it(
    'is blacked out by its author, and nobody has the file of before: no row, no byte, no door',
    async () => {
      const at = await sent(ada.cookie, [['Suivi par Mme NOMSECRET hier', 'La suite']]);
      const [former = ''] = (await standing(at)).ids;
      expect(folderSays(world.config.filesDir, 'NOMSECRET')).toBe(true);
      const page = await world.visitor(ada.cookie).get(`${at.place}/documents/${former}`);
      expect(page.html().querySelectorAll('[data-covering] img')).toHaveLength(2);
      const look = await act(ada.cookie, at, former, { version: '1', action: 'look', words: 'nomsecret' });
      expect([look.status, look.html().querySelectorAll('#page-1 rect').length]).toEqual([200, 1]);
      const tick = ticks(look);
      const done = await act(ada.cookie, at, former, { version: '1', action: 'blackout', tick });
      expect([done.status, done.location]).toEqual([303, at.place]);
      const { version, ids } = await standing(at);
      expect([version, ids.includes(former)]).toEqual([2, false]);
      const door = `${at.place}/documents`;
      expect((await world.visitor(ada.cookie).get(`${door}/${former}/file`)).status).toBe(404);
      expect(
        (await world.visitor(moderator.cookie).get(`/desk/submissions/${at.id}/documents/${former}/file`)).status,
      ).toBe(404);
      const made = await fetch(`${world.url}${door}/${ids[0] ?? ''}/file`, { headers: { cookie: ada.cookie } });
      const said = everyByte(new Uint8Array(await made.arrayBuffer()));
      expect([said.includes('NOMSECRET'), said.includes('La suite')]).toEqual([false, true]);
      await nobodyHas('NOMSECRET');
      const [author] = await world.writer.query<{ by: string }>(
        'select written_by as by from desk.submission_version where submission_id = $1 and version = 2',
        [at.id],
      );
      expect(author).toEqual({ by: 'author' });
    },
    LONG,
  );

  it(
    'is nobody else’s, waits again when it came back, and says what is wrong with what was typed',
    async () => {
      const at = await sent(ada.cookie, [['Une page']]);
      const [file = ''] = (await standing(at)).ids;
      for (const cookie of [berthe.cookie, moderator.cookie]) {
        expect((await world.visitor(cookie).get(`${at.place}/documents/${file}`)).status).toBe(404);
        expect((await act(cookie, at, file, { version: '1', action: 'remove' })).status).toBe(404);
      }
      expect((await world.visitor().get(`/follow/${'A'.repeat(32)}/documents/${file}`)).status).toBe(404);
      for (const [fields, words] of [
        [{ action: 'blackout' }, 'rien n’est à couvrir'],
        [{ action: 'blackout', areas: 'un rectangle' }, 'cinq nombres'],
        [{ action: 'blackout', drop: '1' }, 'au moins une page'],
      ] as const) {
        const answer = await act(ada.cookie, at, file, { version: '1', ...fields });
        expect([answer.status, answer.text.includes(words)]).toEqual([422, true]);
      }
      expect((await act(ada.cookie, at, file, { version: '1', action: 'oublier' })).status).toBe(422);
      await world
        .visitor(moderator.cookie)
        .post(`/desk/submissions/${at.id}/decision`, { decision: 'return', version: '1', remark: 'Caviardez.' });
      expect(await standing(at)).toMatchObject({ status: 'returned' });
      const areas = '1 100 100 300 300';
      expect((await act(ada.cookie, at, file, { version: '1', action: 'blackout', areas })).status).toBe(303);
      expect(await standing(at)).toMatchObject({ status: 'waiting', version: 2 });
    },
    LONG,
  );
});

describe('a file that is not sent yet', () => {
  it(
    'is blacked out by its token from the slip, in a tab of its own, and the form sends what is left of it',
    async () => {
      const guest = world.visitor();
      const fields = { title: 'Une lettre', text: 'La voici.', name: 'Lou' };
      const form = (
        await guest.send('/category/rue/threads', { ...fields, action: 'preview' }, [
          { name: 'x.pdf', bytes: pdfOf(['Écrit par NOMCOUVERT', 'Rien']) },
        ])
      ).html();
      const token = form.querySelector('[data-upload] [name=upload]')?.getAttribute('value') ?? '';
      const way = form.querySelector(`a[href="/uploads/${token}/blackout"]`);
      expect(way?.getAttribute('target')).toBe('_blank');
      const page = (await guest.get(`/uploads/${token}/blackout`)).html();
      const version = page.querySelector('[name=version]')?.getAttribute('value') ?? '';
      expect((await guest.get(`/uploads/${token}/pages/1.jpg`)).headers.get('content-type')).toBe('image/jpeg');
      expect((await guest.get(`/uploads/${'B'.repeat(32)}/blackout`)).status).toBe(404);
      const post = (more: object): Promise<Answer> =>
        guest.post(`/uploads/${token}/blackout`, { version, action: 'blackout', ...more });
      const look = await post({ action: 'look', words: 'nomcouvert' });
      expect((await post({})).status).toBe(422);
      expect((await post({ tick: ticks(look), version: 'x' })).status).toBe(409);
      const done = await post({ tick: ticks(look) });
      expect([done.status, done.location]).toEqual([303, `/uploads/${token}/blackout?done=yes`]);
      expect((await guest.get(done.location ?? '')).text).toContain('C’est couvert');
      // The same press once more finds other bytes.
      expect((await post({ tick: ticks(look) })).status).toBe(409);
      await nobodyHas('NOMCOUVERT');
      world.clock.advance(60_000);
      const answer = await guest.post('/category/rue/threads', {
        ...fields,
        action: 'send',
        key: 'own-files-upload-key',
        upload: token,
      });
      expect(answer.status).toBe(303);
      const [row] = await world.writer.query<{ words: string }>(
        `select w.words from desk.submission s join desk.file_page w on w.file_id = (s.documents->0->>'id')::uuid
         where w.page = 1 order by s.written_at desc limit 1`,
      );
      expect(row?.words).toContain('█████');
      // It belongs to something: its token opens nothing any more.
      expect((await guest.get(`/uploads/${token}/blackout`)).status).toBe(404);
      expect((await guest.get(`/uploads/${token}/small.jpg`)).status).toBe(404);
    },
    LONG,
  );
});
