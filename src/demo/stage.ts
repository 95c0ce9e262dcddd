import { createHash } from 'node:crypto';
import type { Transaction } from '../database/transaction.js';
import type { Writer } from '../database/writer.js';
import { Decisions } from '../desk/decisions.js';
import { Reception } from '../desk/reception.js';
import { Removals, type Why } from '../desk/removals.js';
import type { Verdict } from '../desk/verdict.js';
import { Withdrawals } from '../desk/withdrawals.js';
import { Conflict } from '../errors/errors.js';
import type { Draft, Received } from '../submissions/draft.js';
import { InstallationSecret } from '../submissions/installation-secret.js';
import { Submissions } from '../submissions/submissions.js';
import { Visitor } from '../visitors/visitor.js';
import type { Company } from './company.js';

type WithoutSender<D> = D extends unknown ? Omit<D, 'name' | 'email' | 'key' | 'language'> : never;

/** What is sent, without who sends it. */
export type Words = WithoutSender<Draft>;

/**
 * Does what the pages do, by the same doors and with the clock of each moment. Done again after an interruption,
 * everything that was done already is answered as before and changes nothing: the key of each sending is made from
 * its `label`, what is decided does not wait any more, and what is gone already is a Conflict.
 */
export class Stage {
  /** Ids of the threads by their titles, as they open. */
  readonly threads = new Map<string, number>();
  private readonly sent = new Map<string, Received>();
  private readonly reception: Reception;
  private readonly decisions: Decisions;
  private readonly removals: Removals;
  private readonly withdrawals: Withdrawals;

  constructor(readonly writer: Writer, private readonly company: Company) {
    this.reception = new Reception(writer, new Submissions(writer, new InstallationSecret(writer), { limitFactor: Infinity }));
    this.decisions = new Decisions(writer, this.reception);
    this.removals = new Removals(writer);
    this.withdrawals = new Withdrawals(writer);
  }

  who(name: string): Visitor {
    return this.company.get(name) ?? Visitor.guest();
  }

  thread(title: string): number {
    const id = this.threads.get(title);
    if (id === undefined) throw new Error(`« ${title} » has not been opened`);
    return id;
  }

  /** What a message was answered with when it was sent. */
  received(label: string): Received {
    const received = this.sent.get(label);
    if (received === undefined) throw new Error(`« ${label} » has not been sent`);
    return received;
  }

  async send(tx: Transaction, label: string, by: { name: string; email?: string }, words: Words, at: Date): Promise<Received> {
    const key = createHash('sha256').update(label).digest('base64url');
    const draft = { ...words, name: by.name, email: by.email ?? '', key, language: 'fr' as const };
    const received = await this.reception.receiveIn(tx, this.who(by.name), draft, at);
    this.sent.set(label, received);
    return received;
  }

  /** Sends, and has it accepted at `publishedAt` by a moderator where something holds it. */
  async publish(
    tx: Transaction, label: string, by: string, words: Words, { writtenAt, publishedAt, moderator }: { writtenAt: Date; publishedAt: Date; moderator: string },
  ): Promise<Received> {
    const received = await this.send(tx, label, { name: by }, words, writtenAt);
    if (received.published === null) await this.decideIn(tx, moderator, received, { decision: 'accept' }, publishedAt);
    const member = this.who(by).member;
    if (member !== null) member.acceptedCount += 1;
    return received;
  }

  async decide(moderator: string, received: Received, verdict: Partial<Verdict>, at: Date): Promise<void> {
    await this.writer.transaction((tx) => this.decideIn(tx, moderator, received, verdict, at));
  }

  async takeDown(moderator: string, thread: number, number: number, why: Why, at: Date): Promise<void> {
    await unlessDone(this.removals.takeDown(this.who(moderator), thread, number, why, at));
  }

  async withdraw(received: Received, at: Date): Promise<void> {
    await unlessDone(this.withdrawals.withdraw({ token: received.token }, at));
  }

  private async decideIn(tx: Transaction, moderator: string, { submission }: Received, verdict: Partial<Verdict>, at: Date): Promise<void> {
    const [waits] = await tx.query(`select 1 from desk.submission where id = $1 and status = 'waiting'`, [submission]);
    if (waits === undefined) return;
    await this.decisions.decideIn(
      tx, this.who(moderator),
      { id: submission, verdict: { decision: 'accept', version: 1, reasons: [], remark: '', language: 'fr', ...verdict } }, at,
    );
  }
}

async function unlessDone(deed: Promise<unknown>): Promise<void> {
  await deed.catch((problem: unknown) => {
    if (!(problem instanceof Conflict)) throw problem;
  });
}
