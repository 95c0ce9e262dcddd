import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MailRoom } from '../../mail-room.js';
import type { Person } from '../../world.js';

let room: MailRoom;
let mira: Person;
let thread: number;

const CASE = {
  title: 'Peltre, les caméras du lavoir',
  text: 'La commune en a voté quatre.',
  town: '57534',
  status: 'reported',
};

let keys = 0;
const keyed = (more: object): Record<string, string> => ({
  ...CASE,
  key: `proposal-key-${String((keys += 1)).padStart(6, '0')}`,
  ...more,
});
const guest = () => room.world.visitor();
const desk = () => room.world.visitor(room.nadia.cookie);
const path = (of = thread) => `/thread/${of}/posts/1/edits`;

beforeAll(async () => {
  room = await MailRoom.open();
  await room.world.db.owner.query(
    `update category set takes = '{thread,case}', history = true, documents = 'everyone' where slug = 'villes'`,
  );
  mira = await room.world.member('Mira');
  thread = await opened();
});
afterAll(() => room.close());

async function last(): Promise<string> {
  const [row] = await room.rows<{ id: string }>(
    'select id from desk.submission order by written_at desc, changed_at desc limit 1',
  );
  return row?.id ?? '';
}

async function opened(): Promise<number> {
  const author = room.world.visitor(room.alma.cookie);
  expect((await author.post('/category/villes/cases', keyed({}))).status).toBe(303);
  const id = await last();
  await room.decide(id, 'accept');
  const [row] = await room.rows<{ thread: number }>('select thread_id as thread from desk.submission where id = $1', [
    id,
  ]);
  return row?.thread ?? 0;
}

/** The change of post 1 that its form names now. */
async function version(of = thread): Promise<string> {
  const form = (await guest().get(`${path(of)}/new`)).html();
  return form.querySelector('input[name="version"]')?.getAttribute('value') ?? '';
}

/** Answers its id and the page by which its author follows it. */
async function proposed(more: object, by = guest()): Promise<{ id: string; follow: string }> {
  const read = await version();
  room.world.clock.advance(1000);
  const sent = await by.post(path(), keyed({ version: read, name: 'Lou', ...more }));
  expect([sent.status, sent.status === 303 ? '' : sent.html().querySelector('main')?.text]).toEqual([303, '']);
  return { id: await last(), follow: sent.location ?? '' };
}

async function undo(decision: string): Promise<void> {
  expect((await desk().post(`/desk/decisions/${decision}/undo`, {})).status).toBe(303);
}

async function page(of = thread) {
  return (await guest().get((await guest().get(`/thread/${of}`)).location ?? '')).html();
}
const summary = async () => (await page()).querySelector('#post-1 .text')?.text.trim();
const by = async () => (await page()).querySelector('#post-1 [data-proposed]')?.text;
const told = async () =>
  (await room.world.visitor(room.alma.cookie).get('/me/notices'))
    .html()
    .querySelectorAll('[data-notice="case-changed"]').length;

describe('another summary of a case', () => {
  let one: { id: string; follow: string };
  let other: { id: string; follow: string };

  it('is proposed by a guest from its page, with a preview that gives the key and no field for files', async () => {
    expect((await page()).querySelector(`a[href="${path()}/new"]`)?.text.trim()).toBe(
      'Proposer un autre résumé ou d’autres faits',
    );
    const form = (await guest().get(`${path()}/new`)).html();
    expect(form.querySelector('[name="text"]')?.text.trim()).toBe(CASE.text);
    expect(form.querySelector('select[name="status"] option[selected]')?.getAttribute('value')).toBe('reported');
    expect(form.querySelector('[name="name"]')).not.toBeNull();
    expect(form.querySelector('[name="file"]')).toBeNull();
    const preview = await guest().post(
      path(),
      keyed({ version: await version(), key: '', text: 'Elle en a voté six.' }),
    );
    expect(preview.status).toBe(200);
    expect(preview.html().querySelector('input[name="key"]')?.getAttribute('value')).toMatch(/.{12}/);
    expect(await room.rows(`select 1 from desk.submission where kind = 'edit'`)).toEqual([]);
  });

  it('waits, also where members are published at once, and another one beside it', async () => {
    await room.rows(`update category set hold = 'nobody' where slug = 'villes'`);
    one = await proposed({ text: 'La commune en a voté six.', status: 'documented' });
    other = await proposed({ text: 'La commune en a loué quatre.', name: '' }, room.world.visitor(mira.cookie));
    await room.rows(`update category set hold = 'all' where slug = 'villes'`);
    expect(one.follow).toMatch(/^\/follow\//);
    expect(await summary()).toBe(CASE.text);
    expect(await room.rows(`select 1 from desk.submission where status = 'waiting' and proposes`)).toHaveLength(2);
    expect((await guest().get(`${path()}/new`)).text).not.toContain('attend déjà');
    const mine = (await room.world.visitor(mira.cookie).get(`/thread/${thread}`)).location ?? '';
    expect((await room.world.visitor(mira.cookie).get(mine)).html().querySelector('#post-1 .acts')?.text).toContain(
      'attente',
    );
    const card = (await desk().get(`/desk/submissions/${one.id}`)).html();
    expect(card.querySelector('main')?.text).toContain('quelqu’un d’autre que l’auteur·ice');
    expect(
      card
        .querySelectorAll('.changes')
        .map(({ text }) => text)
        .join(' '),
    ).toMatch(/six.*documenté/s);
    await room.settled();
    expect(await told()).toBe(0);
  });

  it('stands once it is accepted, says who proposed it, and is told to the author of the case', async () => {
    await room.decide(one.id, 'accept');
    expect(await summary()).toBe('La commune en a voté six.');
    expect((await page()).querySelector('[data-case]')?.getAttribute('data-status')).toBe('documented');
    expect(await by()).toBe('proposé par Lou');
    expect((await page()).querySelector('#post-1 .who')?.text).toContain('Alma');
    const history = (await guest().get(`/thread/${thread}/posts/1/history`)).html();
    expect(history.querySelectorAll('[data-proposed]').map(({ text }) => text)).toEqual(['proposé par Lou']);
    await room.settled();
    expect(await told()).toBe(1);
  });

  it('is not accepted over another one: the desk shows both texts', async () => {
    const late = await desk().post(`/desk/submissions/${other.id}/decision`, { decision: 'accept', version: '1' });
    expect(late.status).toBe(409);
    const texts = late.html().querySelector('.compare')?.text;
    expect(texts).toContain('La commune en a voté six.');
    expect(texts).toContain('La commune en a loué quatre.');
    expect(await summary()).toBe('La commune en a voté six.');
  });

  it('goes with its undo, and then the other one can be accepted', async () => {
    const [decision] = await room.rows<{ id: string }>(
      'select id::text from desk.decision where submission_id = $1 order by id desc limit 1',
      [one.id],
    );
    await undo(decision?.id ?? '');
    expect([await summary(), await by()]).toEqual([CASE.text, undefined]);
    await room.decide(other.id, 'accept');
    expect([await summary(), await by()]).toEqual(['La commune en a loué quatre.', 'proposé par Mira']);
  });

  it('is taken down and restored with the case, and whoever withdraws it takes the name back alone', async () => {
    const removal = { reason: 'other', remark: '' };
    expect((await desk().post(`/desk/thread/${thread}/posts/1/removal`, removal)).status).toBe(303);
    expect(await room.world.reader.query('select * from proposal')).toEqual([]);
    expect((await desk().post(`/desk/thread/${thread}/posts/1/restoration`, {})).status).toBe(303);
    expect(await by()).toBe('proposé par Mira');
    const mine = room.world.visitor(mira.cookie);
    const own = (await mine.get(`/me/submissions/${other.id}`)).html();
    expect(own.querySelector('#withdraw form')?.getAttribute('action')).toBe(`/me/submissions/${other.id}/withdrawal`);
    expect((await mine.post(`/me/submissions/${other.id}/withdrawal`, { version: '1' })).status).toBe(303);
    expect([await summary(), await by()]).toEqual(['La commune en a loué quatre.', undefined]);
    expect(await room.world.reader.query('select * from proposal')).toEqual([]);
    expect(await room.rows('select source, facts from desk.submission where id = $1', [other.id])).toEqual([
      { source: '', facts: null },
    ]);
  });

  it('of a moderator is published at once', async () => {
    await proposed({ text: 'La commune en a voté sept.', name: '' }, desk());
    expect([await summary(), await by()]).toEqual(['La commune en a voté sept.', 'proposé par Nadia']);
  });

  it('of its own author is an edit like any other, and a guest proposes nothing for other posts', async () => {
    await proposed({ text: 'Moi, j’en compte huit.', name: '' }, room.world.visitor(room.alma.cookie));
    expect(await room.rows('select proposes from desk.submission where id = $1', [await last()])).toEqual([
      { proposes: false },
    ]);
    const plain = await room.thread();
    expect((await guest().get(`${path(plain)}/new`)).location).toBe(
      `/login?back=${encodeURIComponent(`${path(plain)}/new`)}`,
    );
    const sent = await guest().post(path(plain), { text: 'Autre.', version: '0', key: 'proposal-key-of-nobody' });
    expect(sent.status).toBe(403);
    expect((await room.world.visitor(mira.cookie).get(`${path(plain)}/new`)).status).toBe(403);
  });

  it('is not taken where the case is locked, nor with files', async () => {
    const read = await version();
    const named = await guest().post(
      path(),
      keyed({
        version: read,
        text: 'Avec un fichier.',
        upload: '00000000-1111-4222-8333-444444444444',
        uploadTitle: 'x',
      }),
    );
    expect(named.status).toBe(422);
    await room.rows('update thread set locked = true where id = $1', [thread]);
    expect((await guest().get(`${path()}/new`)).status).toBe(403);
    expect((await guest().post(path(), keyed({ version: read, text: 'Trop tard.' }))).status).toBe(403);
  });
});
