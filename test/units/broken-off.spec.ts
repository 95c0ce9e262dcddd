import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Transaction } from '../../src/database/transaction.js';
import type { Visitor } from '../../src/visitors/visitor.js';
import { DeskRoom, freshKey, NOON, replyDraft, threadDraft, verdict } from '../desk-room.js';

let room: DeskRoom;
let ada: Visitor;
let nadia: Visitor;
let thread: number;

beforeAll(async () => {
  room = await DeskRoom.open();
  await room.category('held');
  await room.category('open', { hold: 'nobody' });
  ada = await room.member('Ada');
  nadia = await room.member('Nadia', 'moderator');
  thread = (await room.thread('held', 'Un sujet', 'Premier message', ada, nadia)).thread;
});
afterAll(() => room.close());

class BrokenOff extends Error {}

/** The same transaction, whose `last`-th question, counted from 1, is never answered. */
function breakingAt(last: number, tx: Transaction): Transaction {
  let asked = 0;
  const count = (): void => {
    asked += 1;
    if (asked >= last) throw new BrokenOff();
  };
  return {
    repository: (entity) =>
      new Proxy(tx.repository(entity), {
        get(repository, name) {
          const found: unknown = Reflect.get(repository, name, repository);
          if (typeof found === 'function') count();
          return found;
        },
      }),
    async query<T>(sql: string, parameters?: unknown[]): Promise<T[]> {
      count();
      return tx.query<T>(sql, parameters);
    },
    async tell(news) {
      count();
      await tx.tell(news);
    },
    commitBehind() {
      tx.commitBehind();
    },
  };
}

/** Everything in the database, but the counter that PostgreSQL itself never takes back. */
async function everything(): Promise<string> {
  const tables = await room.rows<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('public', 'desk', 'private') order by 1`,
  );
  const contents: unknown[] = [];
  for (const { name } of tables)
    contents.push(
      await room.rows(`select coalesce(string_agg(r::text, '|' order by r::text), '') as all from ${name} r`),
    );
  return JSON.stringify(contents);
}

/**
 * Breaks the act off at its first question, at its second and so on, until it comes through; answers how many it asks.
 */
async function breakOffEverywhere(act: (tx: Transaction) => Promise<unknown>): Promise<number> {
  const before = await everything();
  for (let last = 1; last < 100; last += 1) {
    const outcome = await room.db.writer
      .transaction((tx) => act(breakingAt(last, tx)))
      .then(
        () => 'done',
        (problem: unknown) => problem,
      );
    if (outcome === 'done') return last - 1;
    expect(outcome).toBeInstanceOf(BrokenOff);
    expect(await everything()).toBe(before);
  }
  throw new Error('it never came through');
}

describe('an act that is broken off at any question', () => {
  it('of sending leaves nothing behind, and the same sending succeeds afterwards', async () => {
    const draft = replyDraft(thread, 'Presque envoyé', { key: freshKey() });
    expect(await breakOffEverywhere((tx) => room.reception.submitIn(tx, room.guest, draft, NOON))).toBeGreaterThan(5);
    expect(await room.rows(`select 1 from desk.submission where source = 'Presque envoyé'`)).toHaveLength(1);
  });

  it('of sending and publishing at once leaves nothing behind', async () => {
    const draft = threadDraft('open', 'Presque publié', 'Un texte', { key: freshKey() });
    expect(await breakOffEverywhere((tx) => room.reception.submitIn(tx, ada, draft, NOON))).toBeGreaterThan(12);
    expect(await room.rows(`select 1 from thread where title = 'Presque publié'`)).toHaveLength(1);
  });

  it('of accepting leaves the submission waiting, unpublished and unlogged', async () => {
    const { submission: id } = await room.reception.submit(ada, replyDraft(thread, 'Presque accepté'), NOON);
    const accept = verdict('accept', 1, { text: 'Accepté avec un changement' });
    expect(
      await breakOffEverywhere((tx) => room.decisions.decideIn(tx, nadia, { id, verdict: accept }, NOON)),
    ).toBeGreaterThan(10);
    expect(await room.row('select status, source from desk.submission where id = $1', [id])).toEqual({
      status: 'published',
      source: 'Accepté avec un changement',
    });
  });

  it('of accepting an edit leaves the published text', async () => {
    const edit = {
      kind: 'edit' as const,
      thread,
      number: 1,
      version: 0,
      title: 'Un sujet',
      text: 'Presque modifié',
      name: '',
      email: '',
      key: freshKey(),
      language: 'fr' as const,
    };
    const { submission: id } = await room.reception.submit(ada, edit, NOON);
    expect(
      await breakOffEverywhere((tx) => room.decisions.decideIn(tx, nadia, { id, verdict: verdict('accept') }, NOON)),
    ).toBeGreaterThan(8);
    expect(await room.row('select source from post where thread_id = $1 and number = 1', [thread])).toEqual({
      source: 'Presque modifié',
    });
  });

  it.each(['return', 'refuse', 'spam'] as const)('of a decision to %s leaves it waiting', async (decision) => {
    const { submission: id } = await room.reception.submit(ada, replyDraft(thread, `Presque ${decision}`), NOON);
    expect(
      await breakOffEverywhere((tx) => room.decisions.decideIn(tx, nadia, { id, verdict: verdict(decision) }, NOON)),
    ).toBeGreaterThan(3);
  });
});
