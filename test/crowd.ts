import { Problem } from '../src/errors/errors.js';
import type { Draft } from '../src/submissions/draft.js';
import type { Facts, TypedFacts } from '../src/submissions/thread-facts/facts.js';
import { standingFacts } from '../src/submissions/thread-facts/facts-reading.js';
import { shownFacts } from '../src/submissions/thread-facts/shown-facts.js';
import type { Visitor } from '../src/visitors/visitor.js';
import { type DeskRoom, freshKey, minutesAfter, replyDraft, threadDraft, verdict } from './desk-room.js';

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

interface Waiting {
  id: string;
  version: number;
  thread: number | null;
  facts: Facts | null;
}

/** People who do at random what people may do at a desk, each text with a word of its own. */
export class Crowd {
  private words = 0;
  private minute = 0;
  /** Token by submission: everybody is asked for it, members too. */
  protected readonly tokens = new Map<string, string>();

  constructor(
    readonly room: DeskRoom,
    protected readonly dice: () => number,
    protected readonly authors: Visitor[],
    protected readonly moderators: Visitor[],
  ) {}

  static async of<C extends Crowd>(
    this: new (...people: ConstructorParameters<typeof Crowd>) => C,
    room: DeskRoom,
    seed: number,
  ): Promise<C> {
    await room.category('held', { history: true });
    await room.category('agreed', { agreement: 2 });
    await room.category('free', { hold: 'nobody' });
    const authors = [await room.member('Ada'), await room.member('Basile'), room.guest];
    return new this(room, diceOf(seed), authors, [
      await room.member('Nadia', 'moderator'),
      await room.member('Omar', 'moderator'),
    ]);
  }

  /** One act; that somebody was quicker or came too late is part of it, anything else is a fault. */
  async act(): Promise<void> {
    const acts = this.acts();
    let at = this.dice() * acts.reduce((sum, [weight]) => sum + weight, 0);
    const chosen = acts.find(([weight]) => (at -= weight) < 0);
    await chosen?.[1]().catch((problem: unknown) => {
      if (!(problem instanceof Problem)) throw problem;
    });
  }

  /** What can be done, and how often it is. */
  protected acts(): [number, () => Promise<unknown>][] {
    return [
      [8, () => this.open()],
      [16, () => this.reply()],
      [12, () => this.edit()],
      [30, () => this.decide()],
      [22, () => this.undo()],
      [6, () => this.correct()],
      [4, () => this.withdraw()],
      [7, () => this.takeDown()],
      [7, () => this.restore()],
    ];
  }

  protected now(): Date {
    return minutesAfter((this.minute += 1));
  }

  protected word(): string {
    return `Mot w${String((this.words += 1)).padStart(5, '0')}x.`;
  }

  protected one<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.dice() * list.length)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  }

  protected async row<T>(sql: string): Promise<T> {
    const rows = await this.room.db.writer.query<T>(sql);
    return rows.length === 0 ? Promise.reject(new NothingYet()) : this.one(rows);
  }

  protected async send(author: Visitor, draft: Draft): Promise<void> {
    const sent = await this.room.reception.submit(author, draft, this.now());
    this.tokens.set(sent.submission, sent.token);
  }

  /** As an author changes them in a form of that thread; a crowd that opens nothing with facts changes none. */
  protected changedFacts(_before: Facts | null, _thread: number | null): Promise<TypedFacts | undefined> {
    return Promise.resolve(undefined);
  }

  protected open(): Promise<void> {
    const draft = threadDraft(this.one(['held', 'held', 'agreed', 'free']), this.word(), this.word());
    return this.send(this.one(this.authors), draft);
  }

  protected async reply(): Promise<void> {
    const { id } = await this.row<{ id: number }>('select id from thread order by id');
    await this.send(this.one(this.authors), replyDraft(id, this.word()));
  }

  protected async edit(): Promise<void> {
    const post = await this.row<{ id: string; author: number | null; thread: number; number: number; change: number }>(
      `select s.id, s.author_id as author, p.thread_id as thread, p.number, p.change from desk.submission s
       join post p on p.thread_id = s.thread_id and p.number = s.number where s.status = 'published'
         and s.kind <> 'edit' and p.gone is null order by s.id`,
    );
    const author = this.authors.find(({ member }) => member?.id === post.author) ?? this.room.guest;
    await this.send(author, {
      kind: 'edit',
      thread: post.thread,
      number: post.number,
      version: post.change,
      text: this.word(),
      ...(post.number === 1 && this.dice() < 0.5 ? { title: this.word() } : {}),
      facts: await this.changedFacts(await standingFacts(this.room.db.writer, post), post.thread),
      follow: this.tokens.get(post.id),
      name: '',
      email: '',
      key: freshKey(),
      language: 'fr',
    });
  }

  protected async decide(): Promise<void> {
    const { id, version } = await this.row<{ id: string; version: number }>(
      `select id, version from desk.submission where status = 'waiting' order by id`,
    );
    const decision = this.one(['accept', 'accept', 'accept', 'accept', 'return', 'refuse', 'spam'] as const);
    const words = decision === 'accept' && this.dice() < 0.25 ? { text: this.word() } : {};
    const reply = decision === 'accept' && this.dice() < 0.2 ? { reply: this.word() } : {};
    await this.room.decisions.decide(
      this.one(this.moderators),
      id,
      verdict(decision, version, { ...words, ...reply }),
      this.now(),
    );
  }

  protected async undo(): Promise<void> {
    const { id } = await this.row<{ id: string }>('select id::text from desk.decision order by id desc limit 12');
    await this.room.undo.undo(this.one(this.moderators), id, this.now());
  }

  protected async correct(): Promise<void> {
    const { id, version, ...said } = await this.row<Waiting>(
      `select id, version, thread_id as thread, facts from desk.submission where status in ('waiting', 'returned')
        and author_id is distinct from ${this.moderators[0]?.member?.id ?? 0} order by id`,
    );
    const [shown = null] = await shownFacts(this.room.db.writer, [said]);
    const facts = await this.changedFacts(shown, said.thread);
    await this.room.corrections.correct(
      { token: this.tokens.get(id) ?? '' },
      { title: null, text: this.word(), facts, version, language: 'fr' },
      this.now(),
    );
  }

  protected async withdraw(): Promise<void> {
    const { id } = await this.row<{ id: string }>('select id from desk.submission order by id');
    await this.room.withdrawals.withdraw({ token: this.tokens.get(id) ?? '' }, this.now());
  }

  protected async takeDown(): Promise<unknown> {
    const { thread, number } = await this.row<{ thread: number; number: number }>(
      'select thread_id as thread, number from post order by thread_id, number',
    );
    return this.takeDownAt(thread, number);
  }

  protected takeDownAt(thread: number, number: number): Promise<{ id: string }> {
    return this.room.removals.takeDown(
      this.one(this.moderators),
      thread,
      number,
      { reason: 'insult', remark: '' },
      this.now(),
    );
  }

  protected async restore(): Promise<void> {
    const { thread, number } = await this.row<{ thread: number; number: number }>(
      `select thread_id as thread, number from post where gone = 'taken-down' order by thread_id, number`,
    );
    await this.room.removals.restore(this.one(this.moderators), thread, number, this.now());
  }
}

/** There is nothing yet that this could be done to. */
export class NothingYet extends Problem {
  constructor() {
    super('nothing-yet');
  }
}
