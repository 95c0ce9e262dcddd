import { Forbidden, Invalid } from '../../errors/errors.js';
import { isBlank } from '../clean.js';
import { SIZES } from '../sizes.js';
import type { SubmissionKind } from '../submission-kind.js';
import { seedOf } from '../seed-of.js';
import type { TypedFacts } from '../thread-facts/facts.js';
import { checkedFacts } from '../thread-facts/facts-reading.js';
import { findThread } from './reply.js';
import { untitled } from './text-length.js';

export interface StepTarget {
  thread: number;
  facts: TypedFacts;
}

/** The facts that can stand for a text: what happened is then said by them alone. */
const SAYING = ['outcome', 'cameras', 'amount', 'software', 'link', 'post', 'how'] as const;

export const step: SubmissionKind<StepTarget> = {
  text: { least: 0, most: SIZES.text.most, wrong: 'text-length' },
  isTitled: untitled,
  screenedAs: 'reply',
  key: ({ thread, facts }) => ['step', thread, facts],
  async find(tx, visitor, { thread, facts, key }, words, now) {
    const found = await findThread(tx, visitor, { thread });
    const [row] = await tx.query('select 1 from local_case where thread_id = $1', [thread]);
    if (row === undefined) throw new Forbidden('no-case');
    const says = SAYING.some((field) => (facts[field]?.[0] ?? '').trim() !== '');
    if (isBlank(words.text) && !says) throw new Invalid({ text: 'text-length' });
    const place = { thread, number: null };
    const checked = await checkedFacts(tx, 'step', facts, { before: null, now, seed: seedOf(visitor, key), place });
    return { ...found, kind: 'step', replyTo: null, facts: checked };
  },
};
