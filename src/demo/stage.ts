import { createHash } from 'node:crypto';
import type { Transaction } from '../database/transaction.js';
import type { Writer } from '../database/writer.js';
import { Decisions } from '../desk/decisions/decisions.js';
import { Reception } from '../reception/reception.js';
import { Removals, type Why } from '../desk/decisions/removals.js';
import { Undo } from '../desk/undoing/undo.js';
import type { Verdict } from '../desk/decisions/verdict.js';
import { Withdrawals } from '../reception/withdrawals.js';
import { Conflict } from '../errors/errors.js';
import type { Draft, Submitted } from '../submissions/draft.js';
import { InstallationSecret } from '../submissions/installation-secret.js';
import { Submissions } from '../submissions/submissions.js';
import { Visitor } from '../visitors/visitor.js';
import type { Company } from './company.js';
import { type Drawer, EMPTY_DRAWER } from './papers/drawer.js';

type WithoutSender<D> = D extends unknown ? Omit<D, 'name' | 'email' | 'key' | 'language'> : never;

/** What is sent, without who sends it. */
export type Words = WithoutSender<Draft>;

interface Moments {
  writtenAt: Date;
  publishedAt: Date;
  moderator: string;
  /** Who agrees where two have to. */
  second: string;
}

interface Standing {
  version: number;
  /** How many moderators must agree in its category. */
  needed: number;
  /** Whether something was decided about it at this very moment, by a start that was interrupted. */
  decided: boolean;
}

const TWO_MINUTES = 120_000;

/**
 * Does what the pages do, by the same code and with the time of each event. After an interruption everything is done
 * again, and what was done already changes nothing: the key of each sending is made from its `label`, a decision is
 * recognised by its time, and a post that is gone already answers with a Conflict.
 */
export class Stage {
  /** Ids of the threads by their titles, as they open. */
  readonly threads = new Map<string, number>();
  private readonly sent = new Map<string, Submitted>();
  readonly reception: Reception;
  private readonly decisions: Decisions;
  private readonly removals: Removals;
  private readonly withdrawals: Withdrawals;
  private readonly undoing: Undo;

  constructor(
    readonly writer: Writer,
    private readonly company: Company,
    private readonly drawer: Drawer = EMPTY_DRAWER,
  ) {
    this.reception = new Reception(
      writer,
      new Submissions(writer, new InstallationSecret(writer), { limitFactor: 1 }),
    );
    this.decisions = new Decisions(writer, this.reception);
    this.removals = new Removals(writer);
    this.withdrawals = new Withdrawals(writer);
    this.undoing = new Undo(writer);
  }

  who(name: string): Visitor {
    return this.company.get(name) ?? Visitor.guest();
  }

  /** Id of somebody who has an account. */
  member(name: string): number {
    const id = this.who(name).member?.id;
    if (id === undefined) throw new Error(`${name} has no account`);
    return id;
  }

  thread(title: string): number {
    const id = this.threads.get(title);
    if (id === undefined) throw new Error(`« ${title} » has not been opened`);
    return id;
  }

  /** What a message was answered with when it was sent. */
  received(label: string): Submitted {
    const received = this.sent.get(label);
    if (received === undefined) throw new Error(`« ${label} » has not been sent`);
    return received;
  }

  /** The idempotency key of whatever has this label. */
  key(label: string): string {
    return createHash('sha256').update(label).digest('base64url');
  }

  async send(
    tx: Transaction,
    label: string,
    by: { name: string; email?: string },
    words: Words,
    at: Date,
  ): Promise<Submitted> {
    const documents = await this.drawer(label);
    const draft = {
      ...words,
      ...(documents.length > 0 && { documents }),
      ...{ name: by.name, email: by.email ?? '', key: this.key(label), language: 'fr' as const },
    };
    const received = await this.reception.submitIn(tx, this.who(by.name), draft, at);
    this.sent.set(label, received);
    return received;
  }

  /**
   * Sends, and has it accepted at `publishedAt` where something holds it: by one moderator, or by two where two must
   * agree.
   */
  async publish(
    tx: Transaction,
    label: string,
    by: string,
    words: Words,
    { writtenAt, publishedAt, moderator, second }: Moments,
  ): Promise<Submitted> {
    const received = await this.send(tx, label, { name: by }, words, writtenAt);
    if (received.published === null) {
      const { decided, needed } = await this.standing(tx, received.submission, publishedAt);
      const deciders: [string, Date][] = [[moderator, publishedAt]];
      if (needed > 1) deciders.unshift([second, new Date(publishedAt.getTime() - TWO_MINUTES)]);
      if (!decided)
        for (const [name, at] of deciders) await this.decideIn(tx, name, received, { decision: 'accept' }, at);
    }
    const member = this.who(by).member;
    if (member !== null) member.acceptedCount += 1;
    return received;
  }

  async decide(
    moderator: string,
    one: Pick<Submitted, 'submission'>,
    verdict: Partial<Verdict>,
    at: Date,
  ): Promise<void> {
    await this.writer.transaction((tx) => this.decideIn(tx, moderator, one, verdict, at));
  }

  /** Takes back what was decided about it at `decidedAt`. */
  async undo(
    moderator: string,
    { submission }: Pick<Submitted, 'submission'>,
    decidedAt: Date,
    at: Date,
  ): Promise<void> {
    const [row] = await this.writer.query<{ id: string }>(
      'select id::text from desk.decision where submission_id = $1 and decided_at = $2 order by id limit 1',
      [submission, decidedAt],
    );
    await unlessDone(this.undoing.undo(this.who(moderator), row?.id ?? '0', at));
  }

  async takeDown(moderator: string, thread: number, number: number, why: Why, at: Date): Promise<void> {
    if (!(await this.logged(thread, number, at)))
      await unlessDone(this.removals.takeDown(this.who(moderator), thread, number, why, at));
  }

  async restore(moderator: string, thread: number, number: number, remark: string, at: Date): Promise<void> {
    await unlessDone(this.removals.restore(this.who(moderator), thread, number, at, remark));
  }

  async withdraw(received: Submitted, at: Date): Promise<void> {
    await unlessDone(this.withdrawals.withdraw({ token: received.token }, at));
  }

  private async logged(thread: number, number: number, at: Date): Promise<boolean> {
    const rows = await this.writer.query(
      'select 1 from desk.decision where thread_id = $1 and number = $2 and decided_at = $3',
      [thread, number, at],
    );
    return rows.length > 0;
  }

  private async standing(tx: Transaction, submission: string, at: Date): Promise<Standing> {
    const [found] = await tx.query<Standing>(
      `select s.version, coalesce(c.agreement, 1) as needed, exists (select 1 from desk.decision d
        where d.submission_id = s.id and d.decided_at = $2) as decided
       from desk.submission s left join category c on c.id = s.category_id where s.id = $1`,
      [submission, at],
    );
    if (found === undefined) throw new Error(`submission ${submission} is missing`);
    return found;
  }

  /** The same inside a transaction with others. */
  async decideIn(
    tx: Transaction,
    moderator: string,
    { submission }: Pick<Submitted, 'submission'>,
    verdict: Partial<Verdict>,
    at: Date,
  ): Promise<void> {
    const { version, decided } = await this.standing(tx, submission, at);
    if (decided) return;
    await this.decisions.decideIn(
      tx,
      this.who(moderator),
      {
        id: submission,
        verdict: { decision: 'accept', version, reasons: [], remark: '', language: 'fr', ...verdict },
      },
      at,
    );
  }
}

export async function unlessDone(deed: Promise<unknown>): Promise<void> {
  await deed.catch((problem: unknown) => {
    if (!(problem instanceof Conflict)) throw problem;
  });
}
