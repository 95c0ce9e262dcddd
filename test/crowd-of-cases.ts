import type { Facts, TypedFacts } from '../src/submissions/thread-facts/facts.js';
import { CASE_STATUSES } from '../src/cases/case-facts.js';
import { typedFacts } from '../src/submissions/thread-facts/facts-reading.js';
import { Crowd } from './crowd.js';
import { freshKey } from './desk-room.js';

/** Peltre, Jury, Mécleuves and Metz: some of them end. */
const TOWNS = ['57534', '57351', '57454', '57463'] as const;

/** A request of a case: its number there, and the submission that it was, which it stays wherever it is moved. */
interface Request {
  number: number;
  id: string;
}

/**
 * The same people, who also open cases and tell their steps. Steps that belong to a request say which beside, in a
 * text that nothing reads: « Mot w00001x. of UUID ».
 */
export class CrowdOfCases extends Crowd {
  protected override acts(): [number, () => Promise<unknown>][] {
    return [...super.acts(), [10, () => this.openCase()], [34, () => this.step()]];
  }

  /** A word in a text that somebody wrote freely, sometimes another status and another request. */
  protected override async changedFacts(before: Facts | null, thread: number | null): Promise<TypedFacts | undefined> {
    if (before === null) return undefined;
    const typed = typedFacts(before, thread);
    const status = this.dice() < 0.5 ? [this.status()] : (typed['status'] ?? []);
    // The name of a town that has ended stays in the place, whoever says another one.
    if (before.of === 'case')
      return { ...typed, place: [`${this.word()}${/, .*/.exec(before.place)?.[0] ?? ''}`], status };
    if (before.of !== 'step') return typed;
    const requests = before.kind === 'receipt' && this.dice() < 0.3 ? await this.requestsIn(thread) : [];
    const belongs = requests.length > 0 ? this.belongsTo(this.one(requests)) : {};
    const software = `${this.word()}${/ of .*/.exec(before.software)?.[0] ?? ''}`;
    return { ...typed, software: [software], ...belongs, status };
  }

  private openCase(): Promise<void> {
    const where: TypedFacts = this.dice() < 0.5 ? { country: ['BE'] } : { town: [this.one(TOWNS)] };
    return this.send(this.one(this.authors), {
      kind: 'case',
      category: this.one(['held', 'held', 'agreed', 'free']),
      title: this.word(),
      text: this.word(),
      facts: { ...where, place: [this.word()], precision: ['town'], status: [this.status()] },
      ...this.sent(),
    });
  }

  private async step(): Promise<void> {
    const { thread } = await this.row<{ thread: number }>(
      'select thread_id as thread from local_case order by thread_id',
    );
    const status = this.dice() < 0.6 ? [this.status()] : [];
    const requests = this.dice() < 0.7 ? await this.requestsIn(thread) : [];
    const kind = requests.length > 0 ? 'receipt' : this.one(['request', 'request', 'count']);
    const belongs = requests.length > 0 ? this.belongsTo(this.one(requests)) : { software: [this.word()] };
    const facts = { kind: [kind], dated: ['2026-03'], ...belongs, status };
    await this.send(this.one(this.authors), { kind: 'step', thread, text: this.word(), facts, ...this.sent() });
  }

  private belongsTo({ number, id }: Request): TypedFacts {
    return { request: [String(number)], software: [`${this.word()} of ${id}`] };
  }

  private requestsIn(thread: number | null): Promise<Request[]> {
    return this.room.db.writer.query<Request>(
      `select c.number, s.id from case_step c
       join desk.submission s on s.thread_id = c.thread_id and s.number = c.number and s.kind = 'step'
       where c.kind = 'request' and c.thread_id = $1 order by c.number`,
      [thread],
    );
  }

  private status(): string {
    return this.one(CASE_STATUSES);
  }

  private sent(): { name: string; email: string; key: string; language: 'fr' } {
    return { name: '', email: '', key: freshKey(), language: 'fr' };
  }
}
