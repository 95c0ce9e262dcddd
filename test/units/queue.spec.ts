import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Visitor } from '../../src/visitors/visitor.js';
import { DeskRoom, minutesAfter, NOON, replyDraft, threadDraft, verdict } from '../desk-room.js';

let room: DeskRoom;
let ada: Visitor;
let nadia: Visitor;
let thread: number;

beforeAll(async () => {
  room = await DeskRoom.open();
  await room.category('held');
  ada = await room.member('Ada');
  nadia = await room.member('Nadia', 'moderator');
  thread = (await room.thread('held', 'Un sujet', 'Premier message', ada, nadia)).thread;
  for (const text of ['Deuxième', 'Troisième']) {
    const { submission } = await room.reception.submit(room.guest, replyDraft(thread, text, { name: 'Lou' }), NOON);
    await room.decisions.decide(nadia, submission, verdict('accept'), NOON);
  }
});
afterAll(() => room.close());

describe('the queue', () => {
  it('shows a reply with its author’s history, its thread, the two posts before and its links', async () => {
    const refused = await room.reception.submit(ada, replyDraft(thread, 'À refuser'), NOON);
    await room.decisions.decide(nadia, refused.submission, verdict('refuse'), NOON);
    const { submission } = await room.reception.submit(
      ada,
      replyDraft(thread, 'Voir [ceci](https://example.org/a?b=1&c=2) et [->mailto:a@example.org].', { replyTo: 2 }),
      minutesAfter(1),
    );
    const [card] = (await room.queue.page(nadia, undefined)).rows;
    expect(card).toMatchObject({
      id: submission,
      kind: 'reply',
      version: 1,
      number: null,
      replyTo: 2,
      heldFor: ['hold-all'],
      writtenAt: minutesAfter(1),
      author: { name: 'Ada', role: 'member', published: 1, refused: 1 },
      category: { slug: 'held' },
      thread: { id: thread, slug: 'un-sujet', title: 'Un sujet' },
      before: [
        { number: 2, author: 'Lou', excerpt: 'Deuxième' },
        { number: 3, author: 'Lou', excerpt: 'Troisième' },
      ],
      links: ['https://example.org/a?b=1&c=2', 'mailto:a@example.org'],
      published: null,
    });
  });

  it('shows an edit beside what is published, and the two posts before that one', async () => {
    const { change } = await room.row<{ change: number }>(
      'select change from post where thread_id = $1 and number = 1',
      [thread],
    );
    const edit = {
      kind: 'edit' as const,
      thread,
      number: 1,
      title: 'Un sujet',
      text: 'Premier message corrigé',
      version: change,
      name: '',
      email: '',
      key: 'key-of-an-edit',
      language: 'fr' as const,
    };
    const { submission } = await room.reception.submit(ada, edit, minutesAfter(2));
    const card = (await room.queue.page(nadia, undefined)).rows.find(({ id }) => id === submission);
    expect(card).toMatchObject({
      kind: 'edit',
      number: 1,
      title: 'Un sujet',
      before: [],
      published: { title: 'Un sujet', html: '<p>Premier message</p>' },
    });
  });

  it('is oldest first, 50 at a time, without losing or repeating one, even of the same moment', async () => {
    for (let at = 0; at < 120; at += 1)
      await room.reception.submit(
        room.guest,
        threadDraft('held', `Sujet ${at}`, 'Un texte'),
        minutesAfter(10 + Math.floor(at / 40)),
      );
    const found: { id: string; at: number }[] = [];
    let from: string | undefined;
    const sizes: number[] = [];
    do {
      const page = await room.queue.page(nadia, from);
      sizes.push(page.rows.length);
      found.push(...page.rows.map(({ id, writtenAt }) => ({ id, at: writtenAt.getTime() })));
      from = page.next ?? undefined;
    } while (from !== undefined);
    expect(sizes).toEqual([50, 50, 22]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(122);
    expect(found.map(({ at }) => at)).toEqual(found.map(({ at }) => at).toSorted((a, b) => a - b));
    expect(await room.queue.waiting(nadia, NOON)).toBe(122);
  });

  it('answers a cursor of somebody else’s making with not found', async () => {
    for (const cursor of [
      '',
      'x',
      '1_2',
      `1_${'0'.repeat(36)}`,
      '99999999999999999_00000000-0000-0000-0000-000000000000',
    ]) {
      await expect(room.queue.page(nadia, cursor)).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('asks the same number of questions for one card as for fifty', async () => {
    let asked = 0;
    const query = room.db.writer.query.bind(room.db.writer);
    room.db.writer.query = (sql, parameters) => {
      asked += 1;
      return query(sql, parameters);
    };
    room.db.writer.together = (work) => work(room.db.writer);
    await room.queue.page(nadia, undefined);
    for (const name of ['query', 'together']) Reflect.deleteProperty(room.db.writer, name);
    expect(asked).toBe(5);
  });
});
