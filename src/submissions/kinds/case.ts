import type { TypedFacts } from '../thread-facts/facts.js';
import { checkedFacts } from '../thread-facts/facts-reading.js';
import { withoutExactPoint } from '../thread-facts/typed-case.js';
import type { SubmissionKind } from '../submission-kind.js';
import { seedOf } from '../seed-of.js';
import { openable } from './openable.js';
import { MESSAGE } from './text-length.js';

export interface CaseTarget {
  /** Slug. */
  category: string;
  title: string;
  facts: TypedFacts;
}

export const localCase: SubmissionKind<CaseTarget> = {
  text: MESSAGE,
  isTitled: () => true,
  screenedAs: 'thread',
  key: ({ category, facts }) => ['case', category, withoutExactPoint(facts)],
  async find(tx, visitor, { category, facts, key }, words, now) {
    const opened = await openable(tx, visitor, category, 'case');
    const checked = await checkedFacts(tx, 'case', facts, {
      before: null,
      now,
      seed: seedOf(visitor, key),
      place: null,
    });
    return { ...opened, kind: 'case', title: words.title, facts: checked };
  },
};
