import { Corrections } from '../src/submissions/corrections.js';
import type { Draft } from '../src/submissions/draft.js';
import { InstallationSecret } from '../src/submissions/installation-secret.js';
import { OwnSubmissions } from '../src/submissions/own-submissions.js';
import { Submissions } from '../src/submissions/submissions.js';
import { Decisions } from '../src/desk/decisions/decisions.js';
import { Queue } from '../src/desk/queue/queue.js';
import { Reception } from '../src/reception/reception.js';
import { Records } from '../src/desk/queue/records.js';
import { Removals } from '../src/desk/decisions/removals.js';
import { RemovedPosts } from '../src/desk/decisions/removed-posts.js';
import { Undo } from '../src/desk/undoing/undo.js';
import type { Verdict } from '../src/desk/decisions/verdict.js';
import { openLogins } from '../src/database/open-database.js';
import { Reader } from '../src/database/reader.js';
import { Writer } from '../src/database/writer.js';
import { Withdrawals } from '../src/reception/withdrawals.js';
import { type Role, Visitor } from '../src/visitors/visitor.js';
import { freshDatabase, type TestDatabase } from './database.js';

/** The moment at which these tests begin; each act names its own. */
export const NOON = new Date('2026-11-22T12:00:00Z');

export function minutesAfter(minutes: number): Date {
  return new Date(NOON.getTime() + minutes * 60_000);
}

let keys = 0;

/** A key of its own for each sending. */
export function freshKey(): string {
  keys += 1;
  return `key-of-a-test-${keys}`;
}

const SENT = { name: '', email: '', language: 'fr' as const };

export function threadDraft(
  category: string,
  title: string,
  text: string,
  more: Partial<typeof SENT & { key: string }> = {},
): Draft {
  return { kind: 'thread', category, title, text, key: freshKey(), ...SENT, ...more };
}

export function replyDraft(
  thread: number,
  text: string,
  more: Partial<typeof SENT & { key: string; replyTo: number }> = {},
): Draft {
  return { kind: 'reply', thread, text, key: freshKey(), ...SENT, ...more };
}

export function verdict(decision: Verdict['decision'], version = 1, more: Partial<Verdict> = {}): Verdict {
  return {
    decision,
    version,
    reasons: decision === 'refuse' ? ['off-topic'] : [],
    remark: '',
    language: 'fr',
    ...more,
  };
}

export interface CategoryOptions {
  hold?: string;
  audience?: string;
  guestsWrite?: boolean;
  closed?: boolean;
  agreement?: number;
  acceptedUntil?: number;
  edits?: string;
  closesAfter?: number | null;
  history?: boolean;
}

/** The desk's own classes on a database of their own, without a web server around them. */
export class DeskRoom {
  readonly guest = Visitor.guest();
  readonly submissions = new Submissions(this.db.writer, new InstallationSecret(this.db.writer), { limitFactor: 1 });
  readonly reception = new Reception(this.db.writer, this.submissions);
  readonly own = new OwnSubmissions(this.db.writer);
  readonly corrections = new Corrections(this.db.writer);
  readonly queue = new Queue(this.db.writer);
  readonly records = new Records(this.db.writer);
  readonly decisions = new Decisions(this.db.writer, this.reception);
  readonly undo = new Undo(this.db.writer);
  readonly removals = new Removals(this.db.writer);
  readonly removedPosts = new RemovedPosts(this.db.writer);
  readonly withdrawals = new Withdrawals(this.db.writer);

  private constructor(readonly db: TestDatabase) {}

  static async open(): Promise<DeskRoom> {
    return new DeskRoom(await freshDatabase());
  }

  /** The desk of another process that works on the same database: with connections and joint acts of its own. */
  async beside(): Promise<DeskRoom> {
    const { reader, writer } = this.db.connections;
    const database = await openLogins(reader, writer);
    return new DeskRoom({
      ...this.db,
      database,
      reader: new Reader(database.reader),
      writer: new Writer(database.writer),
      close: () => database.close(),
    });
  }

  close(): Promise<void> {
    return this.db.close();
  }

  /** Rows as the owner of the tables sees them. */
  async rows<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    return (await this.db.owner.query(sql, values)).rows as T[];
  }

  /** The one row of a query that has one. */
  async row<T>(sql: string, values: unknown[] = []): Promise<T> {
    const [row] = await this.rows<T>(sql, values);
    if (row === undefined) throw new Error(`no row: ${sql}`);
    return row;
  }

  async category(slug: string, more: CategoryOptions = {}): Promise<number> {
    const {
      hold = 'all',
      audience = 'everyone',
      guestsWrite = true,
      closed = false,
      agreement = 1,
      acceptedUntil = 3,
    } = more;
    const { edits = 'as-posts', closesAfter = null, history = false } = more;
    const { id } = await this.row<{ id: number }>(
      `insert into category (slug, name, hold, audience, guests_write, closed, agreement, accepted_until, edits,
        closes_after, history)
       values ($1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
      [slug, hold, audience, guestsWrite, closed, agreement, acceptedUntil, edits, closesAfter, history],
    );
    return id;
  }

  async member(
    name: string,
    role: Role = 'member',
    more: { moderates?: number[] | null; acceptedCount?: number } = {},
  ): Promise<Visitor> {
    const { id } = await this.row<{ id: number }>(
      `insert into member (name, name_key, role, joined_on) values ($1, lower($1), $2, '2026-01-01') returning id`,
      [name, role],
    );
    await this.rows(`insert into private.account (member_id, password_hash) values ($1, '')`, [id]);
    const moderates = more.moderates === undefined ? (role === 'moderator' ? null : []) : more.moderates;
    return Visitor.of({ id, name, role, language: null, acceptedCount: more.acceptedCount ?? 0, moderates }, null);
  }

  /** A thread that was sent and accepted like any other. */
  async thread(
    category: string,
    title: string,
    text: string,
    author: Visitor,
    moderator: Visitor,
  ): Promise<{ thread: number; submission: string; token: string }> {
    const { submission, token } = await this.reception.submit(author, threadDraft(category, title, text), NOON);
    await this.decisions.decide(moderator, submission, verdict('accept'), NOON);
    const { thread } = await this.row<{ thread: number }>(
      'select thread_id as thread from desk.submission where id = $1',
      [submission],
    );
    return { thread, submission, token };
  }
}
