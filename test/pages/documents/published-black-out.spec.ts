import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { QueryRunner } from 'typeorm';
import { CoveredBeforeItWasSaid1763800000099 } from '../../../migrations/0099-covered-before-it-was-said.js';
import { RefusedFiles } from '../../../src/submissions/documents/refused-files.js';
import { BlackedFiles } from '../../../src/uploads/blacked-files.js';
import { FileCheck } from '../../../src/uploads/file-check.js';
import { Keeping } from '../../../src/uploads/keeping.js';
import type { Answer } from '../../browsing.js';
import { everyByte } from '../../files/every-byte.js';
import { folderSays } from '../../files/folder-says.js';
import { pdfOf } from '../../files/made-pdf.js';
import { rowsWith } from '../../rows-with.js';
import { triedUndoings, wronglyOffered } from '../../offered-undoings.js';
import { openWorld, type Person, type World } from '../../world.js';

/** Each file starts a process of its own, which a busy machine lets wait. */
const LONG = 120_000;
const DAY = 86_400_000;

let world: World;
let moderator: Person;
let elsewhere: Person;
let ada: Person;
beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'rue', name: 'Rue' });
  await world.category({ slug: 'autre', name: 'Autre' });
  await world.db.owner.query(`update category set documents = 'everyone', history = true`);
  moderator = await world.member('Mo', { role: 'moderator', categories: ['rue'] });
  elsewhere = await world.member('Eli', { role: 'moderator', categories: ['autre'] });
  ada = await world.member('Ada');
}, LONG);
afterAll(async () => {
  // A black-out whose former file is forgotten is not offered to be undone.
  const all = await triedUndoings(world);
  await world.close();
  expect(wronglyOffered(all)).toEqual([]);
  expect(all.map(({ refused }) => refused)).toContain('former-gone');
}, LONG);

let keys = 0;
interface Standing {
  document: string;
  thread: number;
  submission: string;
}
async function published(...files: string[][]): Promise<Standing> {
  world.clock.advance(60_000);
  const fields = { title: 'La réponse', text: 'Elle est venue.', key: `published-key-${1000 + (keys += 1)}` };
  const answer = await world.visitor(ada.cookie).send(
    '/category/rue/threads',
    { ...fields, action: 'send' },
    files.map((lines) => ({ name: 'x.pdf', bytes: pdfOf(lines) })),
  );
  expect([answer.status, answer.status === 303 ? '' : answer.text]).toEqual([303, '']);
  const [row] = await world.writer.query<{ id: string }>(
    'select id from desk.submission order by written_at desc limit 1',
  );
  const submission = row?.id ?? '';
  const accepted = await world
    .visitor(moderator.cookie)
    .post(`/desk/submissions/${submission}/decision`, { decision: 'accept', version: '1' });
  expect(accepted.status).toBe(303);
  const [document] = await world.reader.query<{ document: string; thread: number }>(
    'select id as document, thread_id as thread from document order by published_at desc, position limit 1',
  );
  return { document: document?.document ?? '', thread: document?.thread ?? 0, submission };
}
const change = async ({ thread }: Standing): Promise<string> => {
  const [row] = await world.reader.query<{ change: number }>(
    'select change from post where thread_id = $1 and number = 1',
    [thread],
  );
  return String(row?.change);
};
const door = ({ document }: Standing): string => `/desk/documents/${document}/blackout`;
const ask = async (at: Standing, fields: object, who = moderator): Promise<Answer> =>
  world.visitor(who.cookie).post(door(at), { version: await change(at), action: 'blackout', ...fields });
const ticksOf = async (at: Standing, words: string): Promise<string[]> =>
  (await ask(at, { action: 'look', words }))
    .html()
    .querySelectorAll('input[name=tick]')
    .map((each) => each.getAttribute('value') ?? '');
const REASON = { reason: 'other', remark: 'Le nom d’une personne privée.' };

/** A file as anybody is given it. */
async function given(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; tag: string; bytes: Buffer }> {
  const answer = await fetch(world.url + path, { headers });
  return {
    status: answer.status,
    tag: answer.headers.get('etag') ?? '',
    bytes: Buffer.from(await answer.arrayBuffer()),
  };
}
const file = ({ document }: Standing): string => `/document/${document}/files/document.pdf`;
const hits = async (word: string): Promise<number> =>
  (await world.visitor().get(`/documents?q=${word}`)).html().querySelectorAll('article[data-document]').length;
const saysCovered = async ({ document }: Standing): Promise<boolean> =>
  (await world.visitor().get(`/document/${document}/document`)).html().querySelector('[data-covered]') !== null;
const undo = async ({ thread }: Standing): Promise<Answer> => {
  const [row] = await world.writer.query<{ id: string }>(
    `select id::text from desk.decision where decision = 'team-edit' and thread_id = $1 order by id desc limit 1`,
    [thread],
  );
  return world.visitor(moderator.cookie).post(`/desk/decisions/${row?.id ?? ''}/undo`, { back: '/desk/log' });
};
/** The migration for those that were covered before it was said on their pages. */
const sayWhatTheLogSays = (): Promise<void> =>
  new CoveredBeforeItWasSaid1763800000099().up(world.db.owner as unknown as QueryRunner);
/** What the login of readers can read anywhere. */
async function readersRead(word: string): Promise<string[]> {
  const tables = await world.reader.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where c.relkind = 'r' and has_table_privilege(c.oid, 'select')
       and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')`,
  );
  expect(tables.length).toBeGreaterThan(10);
  const found: string[] = [];
  for (const { name } of tables)
    found.push(
      ...(
        await world.reader.query<{ row: string }>(
          `select t::text as row from ${name} t where position($1 in lower(t::text)) > 0`,
          [word.toLowerCase()],
        )
      ).map(({ row }) => `${name} ${row}`),
    );
  return found;
}
/** Every byte that anybody is given of it, drawings apart. */
async function served(at: Standing): Promise<string> {
  const pages = ['document', 'document?page=2'].map((name) => `/document/${at.document}/${name}`);
  const said = await Promise.all(
    [...pages, file(at), `/thread/${at.thread}/la-reponse`, '/documents', '/documents.xml'].map((path) => given(path)),
  );
  return said.map(({ bytes }) => everyByte(bytes)).join('\n');
}

describe('a document that stands', () => {
  it(
    'is blacked out under its address with a public reason, and neither bytes, pages, words nor search say what was there',
    async () => {
      const at = await published(['Suivi par Mme NOMPUBLIC hier', 'La suite reste']);
      const [before, drawn, small] = await Promise.all([
        given(file(at)),
        given(`/document/${at.document}/pages/1.jpg`),
        given(`/document/${at.document}/small.jpg`),
      ]);
      expect([before.status, await hits('nompublic'), await hits('suite')]).toEqual([200, 1, 1]);
      expect(await served(at)).toContain('NOMPUBLIC');
      const page = (await world.visitor(moderator.cookie).get(`/document/${at.document}/document`)).html();
      expect(page.querySelector(`a[href="${door(at)}"]`)).not.toBeNull();
      expect((await world.visitor(ada.cookie).get(`/document/${at.document}/document`)).text).not.toContain(door(at));
      const look = await ask(at, { action: 'look', words: 'nompublic' });
      expect([look.status, look.html().querySelectorAll('#page-1 rect').length]).toEqual([200, 1]);
      const tick = await ticksOf(at, 'nompublic');
      expect((await given(file(at))).tag).toBe(before.tag);
      const done = await ask(at, { tick, ...REASON });
      expect([done.status, done.location]).toEqual([303, `/document/${at.document}/document`]);

      const after = await given(file(at), { 'if-none-match': before.tag });
      expect([after.status, after.tag === before.tag, everyByte(after.bytes).includes('NOMPUBLIC')]).toEqual([
        200,
        false,
        false,
      ]);
      const redrawn = await given(`/document/${at.document}/pages/1.jpg`, { 'if-none-match': drawn.tag });
      expect([redrawn.status, redrawn.tag === drawn.tag, redrawn.bytes.equals(drawn.bytes)]).toEqual([
        200,
        false,
        false,
      ]);
      expect((await given(`/document/${at.document}/small.jpg`, { 'if-none-match': small.tag })).status).toBe(200);
      expect(await darkest(redrawn.bytes, tick[0] ?? '')).toBeLessThan(10);
      expect(await served(at)).not.toContain('NOMPUBLIC');
      expect([await hits('nompublic'), await hits('suite')]).toEqual([0, 1]);
      expect(
        (await world.visitor().get('/search?q=nompublic&kind=document'))
          .html()
          .querySelectorAll('article[data-document]'),
      ).toEqual([]);
      expect(await readersRead('NOMPUBLIC')).toEqual([]);
      // Looked for in the file as whoever copies its text would.
      expect(await world.app.get(BlackedFiles).places(at.document, ['NOMPUBLIC', 'suite'])).toMatchObject([
        { page: 2 },
      ]);
      // The page of the document says it as its post does.
      const said = (await world.visitor().get(`/document/${at.document}/document`)).html();
      const covered = said.querySelector('[data-covered]')?.textContent.replaceAll(/\s+/g, ' ') ?? '';
      expect(covered).toMatch(/^modifié par l’équipe .+\. .*« Le nom d’une personne privée\. »/);
      const post = (await world.visitor().get(`/thread/${at.thread}/la-reponse`)).html().querySelector('#post-1');
      expect(post?.textContent.replaceAll(/\s+/g, ' ')).toContain(covered.split('. ')[0]);
      expect(page.querySelector('[data-covered]')).toBeNull();
      // Kept for an undo, and given to nobody: not to its author, not at the desk.
      expect(folderSays(world.config.filesDir, 'NOMPUBLIC')).toBe(true);
      const [former] = await world.writer.query<{ id: string }>('select id from desk.file where former_of = $1', [
        at.document,
      ]);
      for (const [who, base] of [
        [ada, `/me/submissions/${at.submission}`],
        [moderator, `/desk/submissions/${at.submission}`],
      ] as const) {
        expect((await world.visitor(who.cookie).get(`${base}/documents/${former?.id ?? ''}/file`)).status).toBe(404);
        const own = await given(`${base}/documents/${at.document}/file`, { cookie: who.cookie });
        expect([own.status, everyByte(own.bytes).includes('NOMPUBLIC')]).toEqual([200, false]);
      }
      // Everybody reads that the team did it and why, its author too.
      expect((await world.visitor().get(`/thread/${at.thread}/la-reponse`)).text).toContain(REASON.remark);
      const told = (await world.visitor(ada.cookie).get(`/me/submissions/${at.submission}`)).html();
      expect(told.querySelector('[data-team-edit]')?.textContent).toContain(REASON.remark);
      expect(await world.writer.query('select from desk.revision where thread_id = $1', [at.thread])).toHaveLength(1);
    },
    LONG,
  );

  it(
    'is covered by the team of its category alone, with a reason, and as it was read',
    async () => {
      const at = await published(['Un nom']);
      for (const who of [elsewhere, ada]) {
        expect((await world.visitor(who.cookie).get(door(at))).status).toBe(404);
        expect((await ask(at, { areas: '1 1 1 9 9', ...REASON }, who)).status).toBe(404);
      }
      for (const [fields, words] of [
        [REASON, 'rien n’est à couvrir'],
        [{ areas: '1 1 1 9 9' }, 'motif'],
        [{ areas: '2 1 1 9 9', ...REASON }, 'n’a pas cette page'],
        [{ drop: '1', ...REASON }, 'au moins une page'],
      ] as const) {
        const answer = await ask(at, fields);
        expect([answer.status, answer.text.includes(words)]).toEqual([422, true]);
      }
      expect((await ask(at, { areas: '1 1 1 9 9', ...REASON, version: '99' })).status).toBe(409);
      expect(
        await world.writer.query('select from desk.file where former_of is not null and former_of = $1', [
          at.document,
        ]),
      ).toEqual([]);
    },
    LONG,
  );

  it(
    'comes back from a refusal with all that was typed, found, ticked and unticked',
    async () => {
      const at = await published(['Mme NOMREVENU vers Metz', 'Page deux', 'Encore NOMREVENU, plus loin']);
      const state = (answer: Answer) =>
        answer
          .html()
          .querySelectorAll('.pick:has([name=tick])')
          .map((pick) => [
            pick.textContent.replaceAll(/\s+/g, ' ').trim(),
            pick.querySelector('[name=tick]')?.hasAttribute('checked'),
          ]);
      const look = await ask(at, { action: 'look', words: 'nomrevenu' });
      const listed = [
        ['page 1 : Mme NOMREVENU vers Metz', true],
        ['page 3 : Encore NOMREVENU, plus loin', true],
      ];
      expect(state(look)).toEqual(listed);
      expect(look.text).toContain('décochez celles à laisser');
      const found = look
        .html()
        .querySelectorAll('[name=found]')
        .map((each) => each.getAttribute('value') ?? '');
      const [tick = ''] = await ticksOf(at, 'nomrevenu');
      const typed = { words: 'nomrevenu', tick, found, drop: '2', areas: '1 1 1 9 9', remark: '', forget: 'yes' };
      const unticked = [listed[0], [listed[1]?.[0], false]];
      const refused = await ask(at, typed);
      expect([refused.status, state(refused)]).toEqual([422, unticked]);
      for (const [name, value] of [
        ['drop', '2'],
        ['areas', '1 1 1 9 9'],
        ['words', 'nomrevenu'],
      ] as const) {
        const field = refused.html().querySelector(`.slip [name=${name}]`);
        expect([name, (field?.getAttribute('value') ?? field?.textContent ?? '').trim()]).toEqual([name, value]);
      }
      expect(refused.html().querySelector('[name=forget]')?.hasAttribute('checked')).toBe(true);
      expect(refused.html().querySelectorAll('#page-1 rect, #page-3 rect')).toHaveLength(2);
      // Nor does another look tick again what was unticked; what it finds besides comes ticked.
      const again = await ask(at, { ...typed, action: 'look', words: 'nomrevenu\nmetz' });
      expect(state(again)).toEqual([listed[0], listed[0], unticked[1]]);
    },
    LONG,
  );

  it(
    'is forgotten at once where the team says so, as it was before that and when it came: nobody has it any more',
    async () => {
      const at = await published(['Vu par NOMOUBLI et AUTRENOM', 'La fin']);
      expect((await ask(at, { tick: await ticksOf(at, 'autrenom'), ...REASON })).status).toBe(303);
      // An edit that was sent before names the document, and brings nothing of it back.
      const edit = {
        text: 'Elle est venue hier.',
        key: 'published-edit-key',
        action: 'send',
        version: await change(at),
        upload: at.document,
      };
      expect(
        (await world.visitor(ada.cookie).post(`/thread/${at.thread}/posts/1/edits`, { ...edit, title: 'La réponse' }))
          .status,
      ).toBe(303);
      // The page is a picture by now: what is left on it is covered by a rectangle.
      const areas = '1 0 0 999 999';
      expect((await ask(at, { action: 'look', areas })).text).toContain('personne ne l’aura plus');
      expect((await ask(at, { areas, ...REASON, forget: 'yes' })).status).toBe(303);
      for (const word of ['NOMOUBLI', 'AUTRENOM']) {
        expect(await rowsWith(world.db.owner, word)).toEqual([]);
        expect(await rowsWith(world.db.owner, word.toLowerCase())).toEqual([]);
        expect(folderSays(world.config.filesDir, word)).toBe(false);
        expect(await served(at)).not.toContain(word);
      }
      expect((await undo(at)).status).toBe(409);
      const [waiting] = await world.writer.query<{ id: string }>(
        `select id from desk.submission where status = 'waiting'`,
      );
      const accepted = await world
        .visitor(moderator.cookie)
        .post(`/desk/submissions/${waiting?.id ?? ''}/decision`, { decision: 'accept', version: '1' });
      expect(accepted.status).toBe(303);
      expect([(await given(file(at))).status, await hits('fin')]).toEqual([200, 1]);
      expect(await served(at)).not.toContain('NOMOUBLI');
      const check = await world.app.get(FileCheck).check(() => undefined);
      expect(check).toMatchObject({ missing: [], changed: [], unknown: [] });
    },
    LONG,
  );

  it(
    'goes whole with its post when its author takes that back: the bytes of before as well',
    async () => {
      const at = await published(['Vu par NOMREPRIS', 'La fin']);
      const edited = await ask(at, { tick: await ticksOf(at, 'nomrepris'), ...REASON });
      expect([edited.status, folderSays(world.config.filesDir, 'NOMREPRIS')]).toEqual([303, true]);
      const files = await world.writer.query<{ id: string }>('select id from desk.document where submission_id = $1', [
        at.submission,
      ]);
      expect(files).toHaveLength(2);
      const taken = await world.visitor(ada.cookie).post(`/me/submissions/${at.submission}/withdrawal`);
      expect(taken.status).toBe(303);
      await world.app.get(Keeping).keep(world.clock.now(), new AbortController().signal);
      const still = await world.writer.query('select from desk.file where id = any($1::uuid[])', [
        files.map(({ id }) => id),
      ]);
      expect([still, folderSays(world.config.filesDir, 'NOMREPRIS')]).toEqual([[], false]);
      expect((await given(file(at))).status).toBe(404);
    },
    LONG,
  );

  it(
    'stays as it is while its author covers it in an edit that waits, and is gone once that is accepted',
    async () => {
      const at = await published(['Vu par NOMDEDIT', 'La fin']);
      const fields = { title: 'La réponse', text: 'Elle est venue tard.', action: 'send', key: 'published-own-edit' };
      const edit = { ...fields, version: await change(at), upload: at.document };
      world.clock.advance(60_000);
      expect((await world.visitor(ada.cookie).post(`/thread/${at.thread}/posts/1/edits`, edit)).status).toBe(303);
      const [waiting] = await world.writer.query<{ id: string }>(
        `select id from desk.submission where status = 'waiting' order by written_at desc limit 1`,
      );
      const own = `/me/submissions/${waiting?.id ?? ''}/documents/${at.document}`;
      const areas = '1 0 0 999 999';
      const covered = await world.visitor(ada.cookie).post(own, { action: 'blackout', version: '1', areas });
      expect(covered.status).toBe(303);
      await world.app.get(RefusedFiles).forget(world.clock.now());
      await world.app.get(Keeping).keep(world.clock.now(), new AbortController().signal);
      expect(everyByte((await given(file(at))).bytes)).toContain('NOMDEDIT');
      const accepted = await world
        .visitor(moderator.cookie)
        .post(`/desk/submissions/${waiting?.id ?? ''}/decision`, { decision: 'accept', version: '2' });
      expect(accepted.status).toBe(303);
      expect([(await given(file(at))).status, await readersRead('NOMDEDIT'), await hits('nomdedit')]).toEqual([
        404,
        [],
        0,
      ]);
      await world.app.get(RefusedFiles).forget(world.clock.now());
      await world.app.get(Keeping).keep(world.clock.now(), new AbortController().signal);
      expect([await rowsWith(world.db.owner, 'NOMDEDIT'), folderSays(world.config.filesDir, 'NOMDEDIT')]).toEqual([
        [],
        false,
      ]);
    },
    LONG,
  );

  it(
    'is not what one of two moderators has agreed with in an edit, once it was covered or uncovered',
    async () => {
      const at = await published(['Vu par NOMACCORD', 'La fin']);
      await world.db.owner.query(`update category set agreement = 2 where slug = 'rue'`);
      try {
        const fields = { title: 'La réponse', text: 'À deux.', action: 'send', key: 'published-two-edit' };
        const edit = { ...fields, version: await change(at), upload: at.document };
        world.clock.advance(60_000);
        expect((await world.visitor(ada.cookie).post(`/thread/${at.thread}/posts/1/edits`, edit)).status).toBe(303);
        const [waiting] = await world.writer.query<{ id: string }>(
          `select id from desk.submission where status = 'waiting' order by written_at desc limit 1`,
        );
        const agreed = async (): Promise<number> => {
          const decision = `/desk/submissions/${waiting?.id ?? ''}/decision`;
          const done = await world.visitor(moderator.cookie).post(decision, { decision: 'accept', version: '1' });
          expect(done.status).toBe(303);
          return agreements();
        };
        const agreements = async (): Promise<number> =>
          (await world.writer.query('select from desk.agreement where submission_id = $1', [waiting?.id])).length;
        expect(await agreed()).toBe(1);
        expect((await ask(at, { areas: '1 0 0 500 500', ...REASON })).status).toBe(303);
        expect(await agreements()).toBe(0);
        expect(await agreed()).toBe(1);
        expect((await undo(at)).status).toBe(303);
        expect([await agreements(), await agreed()]).toEqual([0, 1]);
      } finally {
        await world.db.owner.query(`update category set agreement = 1 where slug = 'rue'`);
      }
    },
    LONG,
  );

  it(
    'said nothing of it once, and is found by the list of that time, whatever order its post has now',
    async () => {
      const at = await published(['Le premier NOMVIEUX'], ['Le second NOMVIEUX']);
      const [, second] = await world.reader.query<{ id: string }>(
        'select id from document where thread_id = $1 order by position',
        [at.thread],
      );
      const two = { ...at, document: second?.id ?? '' };
      for (const [one, remark] of [
        [at, 'Le nom du premier.'],
        [two, 'Le nom du second.'],
      ] as const) {
        world.clock.advance(60_000);
        expect((await ask(one, { areas: '1 10 10 500 500', remark, forget: 'yes' })).status).toBe(303);
      }
      const edit = {
        ...{ title: 'La réponse', text: 'Dans l’autre ordre.', key: 'published-order-key', action: 'send' },
        version: await change(at),
        upload: [two.document, at.document],
      };
      expect((await world.visitor(ada.cookie).post(`/thread/${at.thread}/posts/1/edits`, edit)).status).toBe(303);
      const [waiting] = await world.writer.query<{ id: string }>(
        `select id from desk.submission where kind = 'edit' and thread_id = $1`,
        [at.thread],
      );
      const accept = { decision: 'accept', version: '1' };
      const done = await world.visitor(moderator.cookie).post(`/desk/submissions/${waiting?.id}/decision`, accept);
      expect(done.status).toBe(303);
      const order = 'select id from document where thread_id = $1 order by position';
      expect(await world.reader.query(order, [at.thread])).toEqual([{ id: two.document }, { id: at.document }]);
      const unsaid = async (): Promise<void> => {
        for (const table of ['document', 'desk.file'])
          await world.db.owner.query(
            `update ${table} set covered_at = null, covered_reason = null, covered_for = null`,
          );
      };
      const said = async ({ document }: Standing): Promise<string> =>
        (await world.visitor().get(`/document/${document}/document`)).html().querySelector('[data-covered]')
          ?.textContent ?? '';
      await unsaid();
      await sayWhatTheLogSays();
      expect([await said(at), await said(two)]).toEqual([
        expect.stringContaining('Le nom du premier.'),
        expect.stringContaining('Le nom du second.'),
      ]);
      // Without the text of that moment nobody can tell which of them it was.
      await unsaid();
      await world.db.owner.query('delete from desk.revision where thread_id = $1', [at.thread]);
      await sayWhatTheLogSays();
      expect([await said(at), await said(two)]).toEqual(['', '']);
    },
    LONG,
  );

  it(
    'gets its bytes, words and tag back by the undo of the desk within seven days, and not after',
    async () => {
      const at = await published(['Vu par NOMRENDU', 'La fin']);
      const before = await given(file(at));
      expect((await ask(at, { tick: await ticksOf(at, 'nomrendu'), ...REASON })).status).toBe(303);
      expect(await hits('nomrendu')).toBe(0);
      // Taken down and put back, it is still what the team has made of it.
      const path = `/desk/thread/${at.thread}/posts/1`;
      expect((await world.visitor(moderator.cookie).post(`${path}/removal`, { reason: 'other' })).status).toBe(303);
      expect((await given(file(at))).status).toBe(404);
      expect((await world.visitor(moderator.cookie).post(`${path}/restoration`)).status).toBe(303);
      expect(everyByte((await given(file(at))).bytes)).not.toContain('NOMRENDU');
      expect(await saysCovered(at)).toBe(true);
      for (const decision of ['restore', 'take-down']) {
        const [row] = await world.writer.query<{ id: string }>(
          'select id::text from desk.decision where decision = $1 and thread_id = $2 order by id desc limit 1',
          [decision, at.thread],
        );
        const undone = await world
          .visitor(moderator.cookie)
          .post(`/desk/decisions/${row?.id ?? ''}/undo`, { back: '/desk' });
        expect(undone.status).toBe(303);
      }
      expect((await undo(at)).status).toBe(303);
      await sayWhatTheLogSays();
      expect(await saysCovered(at)).toBe(false);
      const back = await given(file(at));
      expect([back.tag, back.bytes.equals(before.bytes), await hits('nomrendu')]).toEqual([before.tag, true, 1]);
      await world.app.get(Keeping).keep(world.clock.now(), new AbortController().signal);
      expect(await world.app.get(FileCheck).check(() => undefined)).toMatchObject({
        missing: [],
        changed: [],
        unknown: [],
      });
      expect((await undo(at)).status).toBe(409);

      expect((await ask(at, { tick: await ticksOf(at, 'nomrendu'), ...REASON })).status).toBe(303);
      world.clock.advance(7 * DAY + 1);
      await world.app.get(RefusedFiles).forget(world.clock.now());
      await world.app.get(Keeping).keep(world.clock.now(), new AbortController().signal);
      expect((await undo(at)).status).toBe(409);
      expect([await rowsWith(world.db.owner, 'NOMRENDU'), folderSays(world.config.filesDir, 'NOMRENDU')]).toEqual([
        [],
        false,
      ]);
      expect((await given(file(at))).status).toBe(200);

      // As those are that were covered, and forgotten, before pages said so.
      for (const table of ['document', 'desk.file'])
        await world.db.owner.query(`update ${table} set covered_at = null, covered_reason = null, covered_for = null`);
      expect(await saysCovered(at)).toBe(false);
      await sayWhatTheLogSays();
      const said = (await world.visitor().get(`/document/${at.document}/document`)).html();
      expect(said.querySelector('[data-covered]')?.textContent).toContain(REASON.remark);
    },
    LONG,
  );
});

/** How bright a ticked place of a drawn page is at most, 0 for black. */
async function darkest(bytes: Buffer, tick: string): Promise<number> {
  const [, left = 0, top = 0, width = 0, height = 0] = tick.split(' ').map(Number);
  const whole = await sharp(bytes).metadata();
  const inner = {
    left: Math.round((left * whole.width) / 1_000) + 3,
    top: Math.round((top * whole.height) / 1_000) + 3,
    width: Math.round((width * whole.width) / 1_000) - 6,
    height: Math.round((height * whole.height) / 1_000) - 6,
  };
  const { channels } = await sharp(await sharp(bytes).extract(inner).png().toBuffer()).stats();
  return Math.max(...channels.slice(0, 3).map(({ mean }) => mean));
}
