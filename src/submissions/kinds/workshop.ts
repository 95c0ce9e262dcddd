import type { TypedFacts } from '../thread-facts/facts.js';
import { checkedFacts } from '../thread-facts/facts-reading.js';
import type { SubmissionKind } from '../submission-kind.js';
import { MESSAGE } from './text-length.js';
import { seedOf } from '../seed-of.js';
import { openable } from './openable.js';

export interface WorkshopTarget {
  /** Slug. */
  category: string;
  title: string;
  facts: TypedFacts;
}

export const workshop: SubmissionKind<WorkshopTarget> = {
  text: MESSAGE,
  isTitled: () => true,
  screenedAs: 'thread',
  key: ({ category, facts }) => ['workshop', category, facts],
  async find(tx, visitor, { category, facts, key }, words, now) {
    const opened = await openable(tx, visitor, category, 'workshop');
    const checked = await checkedFacts(tx, 'workshop', facts, {
      before: null,
      now,
      seed: seedOf(visitor, key),
      place: null,
    });
    return { ...opened, kind: 'workshop', title: words.title, facts: checked };
  },
};
