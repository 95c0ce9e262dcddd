import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RefusedFiles } from '../../../src/submissions/documents/refused-files.js';
import { Keeping } from '../../../src/uploads/keeping.js';
import { pdfOf } from '../../files/made-pdf.js';
import { type Answer } from '../../browsing.js';
import { openWorld, type Person, type World } from '../../world.js';

/** Each file starts a process of its own, which a busy machine lets wait. */
const LONG = 90_000;
const DAY = 86_400_000;

let world: World;
let moderator: Person;
let elsewhere: Person;
let ada: Person;
beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'rue', name: 'Rue' });
  await world.category({ slug: 'autre', name: 'Autre' });
  await world.db.owner.query(`update category set documents = 'everyone'`);
  moderator = await world.member('Mo', { role: 'moderator', categories: ['rue'] });
  elsewhere = await world.member('Eli', { role: 'moderator', categories: ['autre'] });
  ada = await world.member('Ada');
}, LONG);
afterAll(() => world.close());

let keys = 0;
async function sent(lines: string[]): Promise<{ id: string; document: string }> {
  world.clock.advance(60_000);
  const fields = { title: 'La réponse', text: 'Elle est venue.', key: `black-out-key-${1000 + (keys += 1)}` };
  const answer = await world
    .visitor(ada.cookie)
    .send('/category/rue/threads', { ...fields, action: 'send' }, [{ name: 'x.pdf', bytes: pdfOf(lines) }]);
  expect([answer.status, answer.status === 303 ? '' : answer.text]).toEqual([303, '']);
  const [row] = await world.writer.query<{ id: string }>(
    'select id from desk.submission order by written_at desc limit 1',
  );
  const id = row?.id ?? '';
  return { id, document: await documentOf(id) };
}
async function documentOf(id: string): Promise<string> {
  const [row] = await world.writer.query<{ document: string }>(
    `select coalesce(documents->0->>'id', '') as document from desk.submission where id = $1`,
    [id],
  );
  return row?.document ?? '';
}
const kept = (id: string): boolean => existsSync(join(world.config.filesDir, 'kept', id.slice(0, 2), id, 'file'));
const door = ({ id, document }: { id: string; document: string }): string =>
  `/desk/submissions/${id}/documents/${document}`;
const ask = (at: { id: string; document: string }, fields: object, who = moderator): Promise<Answer> =>
  world.visitor(who.cookie).post(door(at), { version: '1', action: 'look', ...fields });
const accept = (id: string, version: string) =>
  world.visitor(moderator.cookie).post(`/desk/submissions/${id}/decision`, { decision: 'accept', version });

describe('a file at the desk', () => {
  it(
    'is blacked out by words that are found and ticked, as the next version by the team, and published like that',
    async () => {
      const at = await sent(['Suivi par M. Fictif, 01 99 00 12 34', 'Rien ici']);
      const card = (await world.visitor(moderator.cookie).get(`/desk/submissions/${at.id}`)).html();
      expect(card.querySelector(`a[href="${door(at)}"]`)).not.toBeNull();
      expect(card.querySelector('li[data-document]')?.textContent).toContain('numéro de téléphone (page 1)');
      const look = await ask(at, { words: 'fictif\n01 99 00' });
      expect(look.status).toBe(200);
      const ticks = look.html().querySelectorAll('input[name=tick]');
      expect(ticks).toHaveLength(2);
      expect(look.html().querySelectorAll('#page-1 rect')).toHaveLength(2);
      expect(await documentOf(at.id)).toBe(at.document);
      const tick = ticks.map((each) => each.getAttribute('value') ?? '');
      expect((await ask(at, { action: 'blackout', tick })).status).toBe(303);
      const made = await documentOf(at.id);
      expect(made).not.toBe(at.document);
      expect((await accept(at.id, '1')).status).toBe(409);
      expect((await accept(at.id, '2')).status).toBe(303);
      const [row] = await world.reader.query<{ words: string }>(
        'select words from document_page where document_id = $1 and page = 1',
        [made],
      );
      expect(row?.words).toContain('█████');
      expect(row?.words).not.toMatch(/Fictif|99 00/);
      for (const who of [null, ada.cookie, moderator.cookie])
        expect((await world.visitor(who).get(`/document/${at.document}`)).status).toBe(404);
      expect((await world.visitor().get(`/document/${made}`)).status).toBe(301);
    },
    LONG,
  );

  it(
    'is covered by nobody else, and by nothing that is wrong: what was typed comes back with the reason',
    async () => {
      const at = await sent(['Un nom']);
      expect((await ask(at, { areas: '1 1 1 9 9' }, elsewhere)).status).toBe(404);
      expect((await world.visitor(elsewhere.cookie).get(door(at))).status).toBe(404);
      expect((await ask(at, { areas: '1 1 1 9 9' }, ada)).status).toBe(404);
      for (const [fields, words] of [
        [{}, 'rien n’est à couvrir'],
        [{ areas: '9 1 1 9 9' }, 'n’a pas cette page'],
        [{ areas: 'un rectangle' }, 'cinq nombres'],
        [{ drop: '1' }, 'au moins une page'],
        [{ drop: 'toutes' }, 'numéros de pages'],
      ] as const) {
        const answer = await ask(at, { action: 'blackout', ...fields });
        expect([answer.status, answer.text.includes(words)]).toEqual([422, true]);
      }
      expect((await ask(at, { action: 'blackout', areas: '1 1 1 9 9', version: '7' })).status).toBe(409);
      expect((await ask(at, { action: 'former' })).status).toBe(409);
      expect(await documentOf(at.id)).toBe(at.document);
    },
    LONG,
  );

  it(
    'is retitled by the team, with its place, and whether it stays: each time the next version, theirs',
    async () => {
      const at = await sent(['Une page']);
      const card = (await world.visitor(moderator.cookie).get(`/desk/submissions/${at.id}`)).html();
      expect(card.querySelector(`a[href="${door(at)}"]`)?.textContent).toContain('titre');
      expect((await ask(at, { action: 'title', title: 'Le plan' }, elsewhere)).status).toBe(404);
      expect((await ask(at, { action: 'title', title: 'x'.repeat(141) })).status).toBe(422);
      expect((await ask(at, { action: 'title', title: 'Le plan', nature: 'letter' })).status).toBe(303);
      const [row] = await world.writer.query<{ title: string; by: string; version: number }>(
        `select v.documents->0->>'title' as title, v.written_by as by, s.version from desk.submission s
         join desk.submission_version v on v.submission_id = s.id and v.version = s.version where s.id = $1`,
        [at.id],
      );
      expect(row).toEqual({ title: 'Le plan', by: 'team', version: 2 });
      expect((await accept(at.id, '1')).status).toBe(409);
      expect((await ask(at, { action: 'move', to: '2', version: '2' })).status).toBe(422);
      expect((await ask(at, { action: 'move', to: '1', version: '1' })).status).toBe(409);
      expect((await ask(at, { action: 'remove', version: '2' })).status).toBe(303);
      expect(await documentOf(at.id)).toBe('');
      expect((await ask(at, { action: 'remove', version: '3' })).status).toBe(404);
    },
    LONG,
  );

  it(
    'stays blacked out when its acceptance with other words is undone and it is accepted again, forgotten or not',
    async () => {
      for (const forget of [{}, { forget: 'yes' }]) {
        const at = await sent(['Un nom', 'La fin']);
        expect((await ask(at, { action: 'blackout', areas: '1 0 0 999 999', ...forget })).status).toBe(303);
        const made = await documentOf(at.id);
        const fields = { decision: 'accept', version: '2', title: 'La réponse', text: 'Elle est là.' };
        const mo = world.visitor(moderator.cookie);
        const done = await mo.post(`/desk/submissions/${at.id}/decision`, fields);
        expect([done.status, done.status === 303 ? '' : done.text]).toEqual([303, '']);
        const [row] = await world.writer.query<{ id: string; decision: string }>(
          'select id::text, decision from desk.decision where submission_id = $1',
          [at.id],
        );
        expect(row?.decision).toBe('edit-and-accept');
        expect((await mo.post(`/desk/decisions/${row?.id}/undo`, { back: '/desk' })).status).toBe(303);
        expect((await world.visitor().get(`/document/${made}`)).status).toBe(404);
        expect(await documentOf(at.id)).toBe(made);
        const [again] = await world.writer.query<{ version: number; source: string }>(
          'select version, source from desk.submission where id = $1',
          [at.id],
        );
        expect(again?.source).toBe('Elle est venue.');
        expect((await accept(at.id, String(again?.version))).status).toBe(303);
        const shown = await world.reader.query<{ id: string; words: string }>(
          `select d.id, string_agg(w.words, ' ') as words from document d join document_page w on w.document_id = d.id
           where d.id = any($1::uuid[]) group by d.id`,
          [[at.document, made]],
        );
        expect(shown).toEqual([{ id: made, words: expect.not.stringContaining('Un nom') }]);
      }
    },
    LONG,
  );

  it(
    'keeps the former one for seven days, for the team to put it back, or forgets it at once',
    async () => {
      const at = await sent(['Un nom']);
      const areas = '1 100 100 300 300';
      expect((await ask(at, { action: 'blackout', areas })).status).toBe(303);
      const made = { ...at, document: await documentOf(at.id) };
      const page = await world.visitor(moderator.cookie).get(door(made));
      expect(page.text).toContain('Reprendre le fichier d’avant');
      expect((await ask(made, { action: 'former', version: '2' })).status).toBe(303);
      expect(await documentOf(at.id)).toBe(at.document);
      expect((await ask(at, { action: 'blackout', areas, version: '3' })).status).toBe(303);
      const second = await sent(['Un autre nom']);
      expect((await ask(second, { action: 'blackout', areas, forget: 'yes' })).status).toBe(303);
      expect(await world.writer.query('select from desk.file where id = $1', [second.document])).toEqual([]);
      await world.app.get(Keeping).keep(world.clock.now(), new AbortController().signal);
      expect([kept(second.document), kept(await documentOf(second.id))]).toEqual([false, true]);
      world.clock.advance(7 * DAY + 1);
      await world.app.get(RefusedFiles).forget(world.clock.now());
      expect(await world.writer.query('select from desk.file where id = $1', [at.document])).toEqual([]);
    },
    LONG,
  );
});
