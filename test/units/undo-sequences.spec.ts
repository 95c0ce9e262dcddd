import { afterEach, describe, expect, it } from '@jest/globals';
import { Problem } from '../../src/errors/errors.js';
import { Visitor } from '../../src/visitors/visitor.js';
import { DeskRoom, freshKey, minutesAfter, replyDraft, threadDraft, verdict } from '../desk-room.js';

/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
function diceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** People who do at random what people may do at a desk, each text with a word of its own. */
class Crowd {
  private words = 0;
  private minute = 0;
  /** Token by submission: everybody is asked for it, members too. */
  private readonly tokens = new Map<string, string>();

  private constructor(private readonly room: DeskRoom, private readonly dice: () => number, private readonly authors: Visitor[], private readonly moderators: Visitor[]) {}

  static async of(room: DeskRoom, seed: number): Promise<Crowd> {
    await room.category('held', { history: true });
    await room.category('agreed', { agreement: 2 });
    await room.category('free', { hold: 'nobody' });
    const authors = [await room.member('Ada'), await room.member('Basile'), room.guest];
    return new Crowd(room, diceOf(seed), authors, [await room.member('Nadia', 'moderator'), await room.member('Omar', 'moderator')]);
  }

  /** One act; that somebody was quicker or came too late is part of it, anything else is a fault. */
  async act(): Promise<void> {
    const acts: [number, () => Promise<unknown>][] = [
      [8, () => this.open()], [16, () => this.reply()], [12, () => this.edit()], [30, () => this.decide()], [22, () => this.undo()],
      [6, () => this.correct()], [4, () => this.withdraw()], [7, () => this.takeDown()], [7, () => this.restore()],
    ];
    let at = this.dice() * acts.reduce((sum, [weight]) => sum + weight, 0);
    const chosen = acts.find(([weight]) => (at -= weight) < 0);
    await chosen?.[1]().catch((problem: unknown) => {
      if (!(problem instanceof Problem)) throw problem;
    });
  }

  private now(): Date {
    return minutesAfter((this.minute += 1));
  }

  private word(): string {
    return `Mot w${String((this.words += 1)).padStart(5, '0')}x.`;
  }

  private one<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.dice() * list.length)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  }

  private async row<T>(sql: string): Promise<T> {
    const rows = await this.room.db.writer.query<T>(sql);
    return rows.length === 0 ? Promise.reject(new NothingYet()) : this.one(rows);
  }

  private async open(): Promise<void> {
    const draft = threadDraft(this.one(['held', 'held', 'agreed', 'free']), this.word(), this.word());
    const sent = await this.room.reception.receive(this.one(this.authors), draft, this.now());
    this.tokens.set(sent.submission, sent.token);
  }

  private async reply(): Promise<void> {
    const { id } = await this.row<{ id: number }>('select id from thread order by id');
    const sent = await this.room.reception.receive(this.one(this.authors), replyDraft(id, this.word()), this.now());
    this.tokens.set(sent.submission, sent.token);
  }

  private async edit(): Promise<void> {
    const post = await this.row<{ id: string; author: number | null; thread: number; number: number; change: number }>(
      `select s.id, s.author_id as author, p.thread_id as thread, p.number, p.change from desk.submission s
       join post p on p.thread_id = s.thread_id and p.number = s.number where s.status = 'published' and s.kind <> 'edit' and p.gone is null order by s.id`);
    const author = this.authors.find(({ member }) => member?.id === post.author) ?? this.room.guest;
    const sent = await this.room.reception.receive(author, {
      kind: 'edit', thread: post.thread, number: post.number, version: post.change, text: this.word(),
      ...(post.number === 1 && this.dice() < 0.5 ? { title: this.word() } : {}), follow: this.tokens.get(post.id), name: '', email: '', key: freshKey(), language: 'fr',
    }, this.now());
    this.tokens.set(sent.submission, sent.token);
  }

  private async decide(): Promise<void> {
    const { id, version } = await this.row<{ id: string; version: number }>(`select id, version from desk.submission where status = 'waiting' order by id`);
    const decision = this.one(['accept', 'accept', 'accept', 'accept', 'return', 'refuse', 'spam'] as const);
    const words = decision === 'accept' && this.dice() < 0.25 ? { text: this.word() } : {};
    const reply = decision === 'accept' && this.dice() < 0.2 ? { reply: this.word() } : {};
    await this.room.decisions.decide(this.one(this.moderators), id, verdict(decision, version, { ...words, ...reply }), this.now());
  }

  private async undo(): Promise<void> {
    const { id } = await this.row<{ id: string }>('select id::text from desk.decision order by id desc limit 12');
    await this.room.undo.undo(this.one(this.moderators), id, this.now());
  }

  private async correct(): Promise<void> {
    const { id, version } = await this.row<{ id: string; version: number }>(`select id, version from desk.submission where status in ('waiting', 'returned') and author_id is distinct from ${this.moderators[0]?.member?.id ?? 0} order by id`);
    await this.room.corrections.correct({ token: this.tokens.get(id) ?? '' }, { title: null, text: this.word(), version, language: 'fr' }, this.now());
  }

  private async withdraw(): Promise<void> {
    const { id } = await this.row<{ id: string }>('select id from desk.submission order by id');
    await this.room.withdrawals.withdraw({ token: this.tokens.get(id) ?? '' }, this.now());
  }

  private async takeDown(): Promise<void> {
    const { thread, number } = await this.row<{ thread: number; number: number }>('select thread_id as thread, number from post order by thread_id, number');
    await this.room.removals.takeDown(this.one(this.moderators), thread, number, { reason: 'insult', remark: '' }, this.now());
  }

  private async restore(): Promise<void> {
    const { thread, number } = await this.row<{ thread: number; number: number }>(`select thread_id as thread, number from post where gone = 'taken-down' order by thread_id, number`);
    await this.room.removals.restore(this.one(this.moderators), thread, number, this.now());
  }
}

/** There is nothing yet that this could be done to. */
class NothingYet extends Problem {
  constructor() {
    super('nothing-yet');
  }
}

let room: DeskRoom;
afterEach(() => room.close());

/** Counted anew from what stands, and from the log, which nobody can change. */
async function miscounted(): Promise<unknown[]> {
  return room.rows(`
    select 'thread' as what, t.id::text from thread t, lateral (
      select count(*) filter (where gone is null) as standing, max(number) as last,
        (select q.published_at from post q where q.thread_id = t.id and q.gone is null order by q.number desc limit 1) as latest
      from post p where p.thread_id = t.id) n
    where t.post_count <> n.standing or t.last_number <> n.last or t.last_post_at <> coalesce(n.latest, t.published_at)
      or t.retired <> (select gone is not null from post where thread_id = t.id and number = 1) or (t.title = '') <> t.retired
    union all
    select 'category', c.slug from category c where c.thread_count <> (select count(*) from thread where category_id = c.id)
      or c.post_count <> (select count(*) from post where category_id = c.id and gone is null)
    union all
    select 'account', m.name from private.account a join member m on m.id = a.member_id where a.accepted_count <> (
      select count(distinct s.id) from desk.submission s join desk.decision d on d.submission_id = s.id
      where s.author_id = a.member_id and s.kind in ('thread', 'reply') and d.decision in ('accept', 'edit-and-accept', 'publish')
      and not exists (select 1 from desk.decision u where u.undoes = d.id))`);
}

/** Posts whose text is not the one that the last decision about them which still holds has published. */
function wrongTexts(): Promise<unknown[]> {
  return room.rows(`
    select p.thread_id, p.number, p.source, v.source as decided from post p
    join lateral (select d.submission_id, d.version from desk.decision d where d.thread_id = p.thread_id and d.number = p.number
      and d.decision in ('accept', 'edit-and-accept', 'publish') and not exists (select 1 from desk.decision u where u.undoes = d.id)
      order by d.id desc limit 1) d on true
    left join desk.submission_version v on v.submission_id = d.submission_id and v.version = d.version
    where p.gone is null and p.source is distinct from v.source`);
}

/** Everything that the reader's login can read, in one text. */
async function readable(): Promise<string> {
  const rows = await room.db.reader.query<{ words: string }>(
    `select concat_ws(' ', p.source, p.html, p.excerpt, t.title, t.slug) as words from post p join thread t on t.id = p.thread_id
     union all select concat_ws(' ', r.title, r.source, r.html) from revision r`);
  return rows.map(({ words }) => words).join(' ').toLowerCase();
}

async function check(): Promise<void> {
  expect(await miscounted()).toEqual([]);
  expect(await wrongTexts()).toEqual([]);
  const open = await readable();
  const versions = await room.rows<{ status: string; words: string }>(
    `select s.status, concat_ws(' ', v.title, v.source) as words from desk.submission s join desk.submission_version v on v.submission_id = s.id`);
  const hidden = versions.filter(({ status }) => status !== 'published').flatMap(({ words }) => wordsIn(words));
  const published = new Set(versions.filter(({ status }) => status === 'published').flatMap(({ words }) => wordsIn(words)));
  expect(hidden.filter((word) => open.includes(word) && !published.has(word))).toEqual([]);
  expect(await room.rows(`select s.id from desk.submission s left join desk.submission_version v on v.submission_id = s.id and v.version = s.version and v.source = s.source
    where s.status <> 'withdrawn' and v.version is null`)).toEqual([]);
  // Erased means everywhere: what is left in any table belongs to somebody who has not withdrawn it.
  const kept = new Set(versions.flatMap(({ words }) => wordsIn(words)));
  const { dump } = await room.row<{ dump: string }>(`select concat_ws(' ', (select string_agg(s::text, ' ') from desk.submission s), (select string_agg(r::text, ' ') from desk.revision r),
    (select string_agg(r::text, ' ') from desk.removed_post r), (select string_agg(d::text, ' ') from desk.decision d), (select string_agg(p::text, ' ') from post p), (select string_agg(t::text, ' ') from thread t)) as dump`);
  expect(wordsIn(dump).filter((word) => !kept.has(word))).toEqual([]);
}

function wordsIn(text: string): string[] {
  return text.match(/w\d{5}x/g) ?? [];
}

describe('whatever is decided, undone, corrected, withdrawn, taken down and restored', () => {
  it.each([1, 2, 3])('all counts stay right and nothing that is not published can be read (seed %i)', async (seed) => {
    room = await DeskRoom.open();
    const crowd = await Crowd.of(room, seed);
    for (let each = 1; each <= 300; each += 1) {
      await crowd.act();
      if (each % 25 === 0) await check();
    }
    const { undone } = await room.row<{ undone: number }>(`select count(*)::int as undone from desk.decision where decision = 'undo'`);
    expect(undone).toBeGreaterThan(15);
  }, 60_000);

  it('even when many do it at once, and nobody waits for anybody crosswise', async () => {
    room = await DeskRoom.open();
    const crowd = await Crowd.of(room, 5);
    for (let round = 0; round < 32; round += 1) {
      await Promise.all(Array.from({ length: 8 }, () => crowd.act()));
      if (round % 8 === 7) await check();
    }
  }, 60_000);
});
