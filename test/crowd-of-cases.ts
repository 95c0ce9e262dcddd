import type { Facts, TypedFacts } from '../src/submissions/thread-facts/facts.js';
import { CASE_STATUSES } from '../src/cases/case-facts.js';
import { typedFacts } from '../src/submissions/thread-facts/facts-reading.js';
import { Crowd } from './crowd.js';
import { freshKey } from './desk-room.js';

/** The same people, who also open cases and tell their steps. */
export class CrowdOfCases extends Crowd {
  protected override acts(): [number, () => Promise<unknown>][] {
    return [...super.acts(), [8, () => this.openCase()], [16, () => this.step()]];
  }

  /** A word in a text that somebody wrote freely, and another status. */
  protected override changedFacts(before: Facts | null): TypedFacts | undefined {
    if (before === null) return undefined;
    const status = this.dice() < 0.5 ? [this.status()] : typedFacts(before)['status'];
    const word: TypedFacts = before.of === 'step' ? { software: [this.word()] } : { place: [this.word()] };
    return { ...typedFacts(before), ...word, status: status ?? [] };
  }

  private openCase(): Promise<void> {
    return this.send(this.one(this.authors), {
      kind: 'case',
      category: this.one(['held', 'held', 'agreed', 'free']),
      title: this.word(),
      text: this.word(),
      facts: { country: ['BE'], place: [this.word()], precision: ['town'], status: [this.status()] },
      ...this.sent(),
    });
  }

  private async step(): Promise<void> {
    const { thread } = await this.row<{ thread: number }>(
      'select thread_id as thread from local_case order by thread_id',
    );
    const status = this.dice() < 0.6 ? [this.status()] : [];
    const facts = { kind: ['count'], dated: ['2026-03'], software: [this.word()], status };
    await this.send(this.one(this.authors), { kind: 'step', thread, text: this.word(), facts, ...this.sent() });
  }

  private status(): string {
    return this.one(CASE_STATUSES);
  }

  private sent(): { name: string; email: string; key: string; language: 'fr' } {
    return { name: '', email: '', key: freshKey(), language: 'fr' };
  }
}
