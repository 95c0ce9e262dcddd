import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { isAway } from '../../src/database/away.js';
import type { Decided } from '../../src/publishing/log.js';
import type { Verdict } from '../../src/desk/decisions/verdict.js';
import type { Visitor } from '../../src/visitors/visitor.js';
import { DeskRoom, NOON, replyDraft, threadDraft, verdict } from '../desk-room.js';

let room: DeskRoom;
let ada: Visitor;
let nadia: Visitor;
let omar: Visitor;
let thread: number;
let second: number;

beforeAll(async () => {
  room = await DeskRoom.open();
  const category = await room.category('held');
  await room.category('other');
  await room.category('double');
  ada = await room.member('Ada');
  nadia = await room.member('Nadia', 'moderator');
  omar = await room.member('Omar', 'moderator', { moderates: [category] });
  // What PostgreSQL makes of two words, since no text that comes this far is refused by it.
  await room.rows(`create function desk.broken() returns trigger language plpgsql as $$
    begin
      if new.source like '%unstorable%' then raise exception 'no' using errcode = '22000'; end if;
      if new.source like '%crash%' then perform pg_terminate_backend(pg_backend_pid()); end if;
      return new;
    end $$`);
  await room.rows('create trigger broken before insert on post for each row execute function desk.broken()');
});
afterAll(() => room.close());
beforeEach(async () => {
  thread = (await room.thread('held', 'Un sujet', 'Premier message', ada, nadia)).thread;
  second = (await room.thread('other', 'Ailleurs', 'Premier message', ada, nadia)).thread;
});

async function waiting(texts: readonly string[], to = thread, who: Visitor = room.guest): Promise<string[]> {
  const sent = await Promise.all(texts.map((text) => room.reception.submit(who, replyDraft(to, text), NOON)));
  return sent.map(({ submission }) => submission);
}

async function decideAll(
  all: readonly { id: string; as: Verdict; who?: Visitor }[],
): Promise<PromiseSettledResult<Decided>[]> {
  const [id = ''] = await waiting(['Avant les autres']);
  const [, ...outcomes] = await Promise.allSettled([
    room.decisions.decide(nadia, id, verdict('spam'), NOON),
    ...all.map((one, at) => room.decisions.decide(one.who ?? nadia, one.id, one.as, new Date(NOON.getTime() + at))),
  ]);
  return outcomes;
}

interface State {
  status: string;
  thread: number;
  number: number | null;
  transaction: string;
}

async function states(ids: readonly string[]): Promise<State[]> {
  const rows = await room.rows<State & { id: string }>(
    `select id, status, thread_id as thread, number, xmin::text as transaction from desk.submission where id = any($1)`,
    [ids],
  );
  return ids.flatMap((id) => rows.filter((row) => row.id === id).map(({ id: _id, ...state }) => state));
}

function rejected(outcome: PromiseSettledResult<unknown> | undefined): unknown {
  return outcome?.status === 'rejected' ? outcome.reason : undefined;
}

it('decisions that come while one is being made share a transaction, each with its own answer, its row of the log and its place', async () => {
  const here = await waiting(['Ici 1', 'Ici 2', 'Ici 3', 'Ici 4'], thread, ada);
  const there = await waiting(['Là 1', 'Là 2'], second);
  const counts = `select (select post_count from category where slug = 'held') as held,
    (select post_count from category where slug = 'other') as other,
    (select accepted_count from private.account a join member m on m.id = a.member_id where m.name = 'Ada') as ada`;
  const before = await room.row<{ held: number; other: number; ada: number }>(counts);
  const [a = '', b = '', c = '', d = ''] = here;
  const [e = '', f = ''] = there;
  const outcomes = await decideAll([
    { id: f, as: verdict('accept') },
    { id: c, as: verdict('accept', 1, { remark: 'Merci.' }), who: omar },
    { id: a, as: verdict('refuse', 1, { reasons: ['insult', 'unsourced'] }) },
    { id: d, as: verdict('accept') },
    { id: e, as: verdict('return', 1, { remark: 'Où ?' }) },
    { id: b, as: verdict('spam') },
  ]);
  const done = outcomes.map((one) => (one.status === 'fulfilled' ? one.value : null));
  expect(done.map((one) => one?.decision)).toEqual(['accept', 'accept', 'refuse', 'accept', 'return', 'spam']);
  const after = await states([f, c, a, d, e, b]);
  expect(new Set(after.map(({ transaction }) => transaction)).size).toBe(1);
  expect(after.map(({ transaction: _transaction, ...state }) => state)).toEqual([
    { status: 'published', thread: second, number: 2 },
    { status: 'published', thread, number: 2 },
    { status: 'refused', thread, number: null },
    { status: 'published', thread, number: 3 },
    { status: 'returned', thread: second, number: null },
    { status: 'spam', thread, number: null },
  ]);
  const logged = await room.rows(
    `select d.id::text, member_name as by, submission_id as about, decision, thread_id as thread, number, version, reasons,
       remark, decided_at as at, due_at as told from desk.decision d join desk.untold u on u.decision_id = d.id
     where submission_id = any($1) order by d.id`,
    [[a, b, c, d, e, f]],
  );
  const row = (at: number, about: string, decision: string, more: object): object => {
    const moment = new Date(NOON.getTime() + at);
    const told = new Date(moment.getTime() + 30_000);
    const same = { id: done[at]?.id, by: 'Nadia', about, decision, version: 1, reasons: [], remark: null };
    return { ...same, at: moment, told, ...more };
  };
  expect(logged).toEqual([
    row(0, f, 'accept', { thread: second, number: 2 }),
    row(1, c, 'accept', { thread, number: 2, by: 'Omar', remark: 'Merci.' }),
    row(2, a, 'refuse', { thread, number: null, reasons: ['insult', 'unsourced'], remark: expect.any(String) }),
    row(3, d, 'accept', { thread, number: 3 }),
    row(4, e, 'return', { thread: second, number: null, remark: 'Où ?' }),
    row(5, b, 'spam', { thread, number: null }),
  ]);
  expect(
    await room.rows(
      `select source, number, author_name as author, published_at as at, edited_by_team as team from post
       where thread_id = any($1) and number > 1 order by source`,
      [[thread, second]],
    ),
  ).toEqual([
    { source: 'Ici 3', number: 2, author: 'Ada', at: new Date(NOON.getTime() + 1), team: false },
    { source: 'Ici 4', number: 3, author: 'Ada', at: new Date(NOON.getTime() + 3), team: false },
    { source: 'Là 2', number: 2, author: '', at: NOON, team: false },
  ]);
  expect(await room.row('select last_number, post_count, words from thread where id = $1', [thread])).toEqual({
    last_number: 3,
    post_count: 3,
    words: 6,
  });
  expect(await room.row(counts)).toEqual({ held: before.held + 2, other: before.other + 1, ada: before.ada + 2 });
});

it('one about what was decided or corrected since, or is none of the moderator’s, is told so, and the others go on', async () => {
  const ids = await waiting(['Déjà', 'Corrigée', 'Bonne 1', 'Bonne 2']);
  const [elsewhere = ''] = await waiting(['Pas la vôtre'], second);
  const [already = '', corrected = '', one = '', other = ''] = ids;
  await room.decisions.decide(omar, already, verdict('spam'), NOON);
  await room.rows('update desk.submission set version = 2 where id = $1', [corrected]);
  const outcomes = await decideAll([
    { id: already, as: verdict('accept') },
    { id: one, as: verdict('accept') },
    { id: corrected, as: verdict('accept') },
    { id: elsewhere, as: verdict('accept'), who: omar },
    { id: other, as: verdict('refuse', 1, { reasons: [] }) },
  ]);
  expect(outcomes.map(rejected)).toMatchObject([
    { code: 'already-decided' },
    undefined,
    { code: 'corrected-since' },
    { code: 'not-found' },
    { fields: { reason: 'reason-missing' } },
  ]);
  const after = await states([already, one, corrected, elsewhere, other]);
  expect(after.map(({ status, number }) => [status, number])).toEqual([
    ['spam', null],
    ['published', 2],
    ['waiting', null],
    ['waiting', null],
    ['waiting', null],
  ]);
});

it('one that needs more than its words is done alone, as ever', async () => {
  const double = (await room.thread('double', 'À deux', 'Premier message', ada, nadia)).thread;
  await room.rows(`update category set agreement = 2 where slug = 'double'`);
  const [words = '', answered = '', plain = ''] = await waiting(['Injure', 'Question', 'Simple']);
  const [needsTwo = ''] = await waiting(['À deux'], double);
  const opening = await room.reception.submit(room.guest, threadDraft('held', 'Nouveau', 'Texte'), NOON);
  const outcomes = await decideAll([
    { id: words, as: verdict('accept', 1, { text: 'Idée' }) },
    { id: answered, as: verdict('accept', 1, { reply: 'Réponse' }) },
    { id: needsTwo, as: verdict('accept') },
    { id: opening.submission, as: verdict('accept') },
    { id: plain, as: verdict('accept') },
  ]);
  expect(outcomes.map((one) => (one.status === 'fulfilled' ? one.value.decision : one.reason))).toEqual([
    'edit-and-accept',
    'accept',
    'agree',
    'accept',
    'accept',
  ]);
  const texts = await room.rows<{ source: string }>(
    'select source from post where thread_id = $1 and number > 1 order by source',
    [thread],
  );
  expect(texts.map(({ source }) => source)).toEqual(['Idée', 'Question', 'Réponse', 'Simple']);
  expect(await states([needsTwo])).toMatchObject([{ status: 'waiting' }]);
});

it('what cannot be published any more stays waiting, and the others are published', async () => {
  const [late = ''] = await waiting(['Trop tard'], second);
  const [good = ''] = await waiting(['À temps']);
  await room.removals.takeDown(nadia, second, 1, { reason: 'other', remark: '' }, NOON);
  const [gone, published] = await decideAll([
    { id: late, as: verdict('accept') },
    { id: good, as: verdict('accept') },
  ]);
  expect(rejected(gone)).toMatchObject({ code: 'thread-gone' });
  expect(published).toMatchObject({ status: 'fulfilled' });
  expect(await states([late, good])).toMatchObject([{ status: 'waiting' }, { status: 'published', number: 2 }]);
});

it('one that PostgreSQL refuses fails alone, and the numbers of the others have no gap', async () => {
  const ids = await waiting(['Bon 1', 'Bon unstorable', 'Bon 2', 'Bon 3']);
  const outcomes = await decideAll(ids.map((id) => ({ id, as: verdict('accept') })));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  const after = await states(ids);
  expect(after.map(({ number }) => number).toSorted((one, other) => (one ?? 0) - (other ?? 0))).toEqual([
    null,
    2,
    3,
    4,
  ]);
  expect(after[1]).toMatchObject({ status: 'waiting', number: null });
});

it('where the connection breaks in between nothing is decided and nobody was told so', async () => {
  const ids = await waiting(['Rompu 1', 'Rompu crash', 'Rompu 2']);
  const outcomes = await decideAll(ids.map((id) => ({ id, as: verdict('accept') })));
  for (const each of outcomes) expect(each.status === 'rejected' && isAway(each.reason)).toBe(true);
  expect((await states(ids)).map(({ status }) => status)).toEqual(['waiting', 'waiting', 'waiting']);
  expect(await room.row('select last_number from thread where id = $1', [thread])).toEqual({ last_number: 1 });
});

it('of two about the same only the first is taken, whoever else shares its transaction', async () => {
  const [id = '', other = ''] = await waiting(['Deux fois', 'Une fois']);
  const [first, again, besides] = await decideAll([
    { id, as: verdict('accept') },
    { id, as: verdict('spam'), who: omar },
    { id: other, as: verdict('accept') },
  ]);
  expect([first?.status, besides?.status]).toEqual(['fulfilled', 'fulfilled']);
  expect(rejected(again)).toMatchObject({ code: 'already-decided', detail: { by: 'Nadia' } });
});

it('a reply that was moved since it was read takes its place where it waits by then', async () => {
  const [moved = '', stays = ''] = await waiting(['Déplacée', 'Reste']);
  await room.rows(
    'update desk.submission set thread_id = $2, category_id = t.category_id from thread t where desk.submission.id = $1 and t.id = $2',
    [moved, second],
  );
  await decideAll([
    { id: moved, as: verdict('accept') },
    { id: stays, as: verdict('accept') },
  ]);
  expect(await states([moved, stays])).toMatchObject([
    { thread: second, number: 2 },
    { thread, number: 2 },
  ]);
});
