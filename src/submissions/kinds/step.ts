import { Forbidden } from '../../errors/errors.js';
import { mustSay } from '../must-say.js';
import type { SubmissionKind } from '../submission-kind.js';
import { seedOf } from '../seed-of.js';
import type { TypedFacts } from '../thread-facts/facts.js';
import { checkedFacts } from '../thread-facts/facts-reading.js';
import { findThread } from './reply.js';
import { MAYBE_EMPTY, untitled } from './text-length.js';

export interface StepTarget {
  thread: number;
  facts: TypedFacts;
}

export const step: SubmissionKind<StepTarget> = {
  text: MAYBE_EMPTY,
  isTitled: untitled,
  screenedAs: 'reply',
  key: ({ thread, facts }) => ['step', thread, facts],
  async find(tx, visitor, { thread, facts, key }, words, now) {
    const found = await findThread(tx, visitor, { thread });
    const [row] = await tx.query('select 1 from local_case where thread_id = $1', [thread]);
    if (row === undefined) throw new Forbidden('no-case');
    const place = { thread, number: null };
    const checked = await checkedFacts(tx, 'step', facts, { before: null, now, seed: seedOf(visitor, key), place });
    mustSay({ ...words, facts: checked });
    return { ...found, kind: 'step', replyTo: null, facts: checked };
  },
};
