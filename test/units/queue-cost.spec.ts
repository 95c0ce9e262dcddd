import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Visitor } from '../../src/visitors/visitor.js';
import { Counting } from '../../src/desk/queue/queue-counts.js';
import type { QueueFilter } from '../../src/desk/queue/queue-filter.js';
import { DeskRoom, NOON, replyDraft, verdict } from '../desk-room.js';

interface Plan {
  Plan: { 'Shared Hit Blocks': number; 'Shared Read Blocks': number };
}

let room: DeskRoom;
let nadia: Visitor;
let limited: Visitor;

beforeAll(async () => {
  room = await DeskRoom.open();
  const category = await room.category('held');
  const ada = await room.member('Ada');
  nadia = await room.member('Nadia', 'moderator');
  limited = await room.member('Omar', 'moderator', { moderates: [category] });
  const { thread } = await room.thread('held', 'Un sujet', 'Premier message', ada, nadia);
  const { submission } = await room.reception.submit(ada, replyDraft(thread, 'Modèle'), NOON);
  const copy = (status: string, count: number): Promise<unknown> =>
    room.rows(
      `insert into desk.submission (id, kind, status, category_id, thread_id, source, html, renderer_version,
        author_id, author_name, author_role, key_hash,
       token_hash, held_for, written_at, changed_at)
     select gen_random_uuid(), kind, $2, category_id, thread_id, source, html, renderer_version, author_id,
       author_name, author_role,
       sha256(($2 || n)::bytea), sha256(($2 || -n)::bytea), held_for, written_at + n * interval '1 second', changed_at
     from desk.submission, generate_series(1, $3::int) n where id = $1`,
      [submission, status, count],
    );
  await copy('waiting', 10_000);
  await copy('published', 20_000);
  await room.decisions.decide(nadia, submission, verdict('spam'), NOON);
  await room.rows('vacuum analyze desk.submission');
}, 60_000);
afterAll(() => room.close());

/** Blocks that each query of the queue's page touches. */
async function costs(ask: () => Promise<unknown>): Promise<number[]> {
  const { writer } = room.db;
  const query = writer.query.bind(writer);
  const found: number[] = [];
  writer.query = async <T>(sql: string, parameters?: unknown[]): Promise<T[]> => {
    const [
      {
        'QUERY PLAN': [plan],
      },
    ] = (await query(`explain (analyze, buffers, format json) ${sql}`, parameters)) as [{ 'QUERY PLAN': [Plan] }];
    found.push(plan.Plan['Shared Hit Blocks'] + plan.Plan['Shared Read Blocks']);
    return query<T>(sql, parameters);
  };
  writer.together = (work) => work(writer);
  await ask();
  for (const name of ['query', 'together']) Reflect.deleteProperty(writer, name);
  return found;
}

it('a page of the queue touches few blocks with ten thousand waiting, first or last, for all categories or one', async () => {
  const first = await room.queue.page(nadia, undefined);
  let from = first.next ?? '';
  for (let page = 0; page < 150; page += 1) from = (await room.queue.page(nadia, from)).next ?? from;
  for (const who of [nadia, limited]) {
    for (const place of [undefined, from]) {
      const blocks = await costs(() => room.queue.page(who, place));
      expect(blocks).toHaveLength(4);
      for (const each of blocks) expect(each).toBeLessThan(600);
    }
  }
});

const FILTERS: QueueFilter[] = [
  {},
  { kind: 'reply' },
  { kind: 'appeal' },
  { category: 'held' },
  { older: '1d' },
  { author: 'Ada' },
  { author: 'Nobody' },
  { links: true },
  { documents: true },
  { colleague: true },
  { q: 'nowhere' },
];

it.each(FILTERS)(
  'a page filtered by %j, what is counted around it and the next card are bounded, too',
  async (filter) => {
    const counting = new Counting(room.db.writer);
    const wanted = { filter, now: NOON };
    // All that waits stands in some 130 blocks of one index; what is not there costs no more than that.
    for (const each of await costs(() => room.queue.page(nadia, undefined, wanted))) expect(each).toBeLessThan(600);
    for (const each of await costs(() => counting.of(nadia, wanted))) expect(each).toBeLessThan(600);
    for (const each of await costs(() => room.queue.next(nadia, '00000000-0000-4000-8000-000000000000', wanted)))
      expect(each).toBeLessThan(600);
  },
);

it('what waits is counted from an index alone, and no text of it is opened', async () => {
  const { writer, owner } = room.db;
  const query = writer.query.bind(writer);
  const plans: string[] = [];
  writer.query = async <T>(sql: string, parameters?: unknown[]): Promise<T[]> => {
    const { rows } = await owner.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, parameters);
    plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
    return query<T>(sql, parameters);
  };
  // Rows as short as these, of which no vacuum has seen all, are sooner read in other ways.
  for (const way of ['seqscan', 'bitmapscan']) await owner.query(`set enable_${way} = off`);
  writer.together = (work) => work(writer);
  await new Counting(writer).of(nadia, { filter: {}, now: NOON });
  await owner.query('reset all');
  for (const name of ['query', 'together']) Reflect.deleteProperty(writer, name);
  const counting = plans.filter((plan) => plan.includes('HashAggregate') || plan.includes('GroupAggregate'));
  expect(counting).toHaveLength(1);
  expect(counting[0]).toMatch(/Index Only Scan using submission_waiting\w* on submission s\b/);
});
