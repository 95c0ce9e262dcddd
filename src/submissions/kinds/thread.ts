import { checkedFacts } from '../thread-facts/facts-reading.js';
import type { TypedFacts } from '../thread-facts/facts.js';
import { seedOf } from '../seed-of.js';
import type { SubmissionKind } from '../submission-kind.js';
import { openable } from './openable.js';
import { MESSAGE } from './text-length.js';

export interface ThreadTarget {
  /** Slug. */
  category: string;
  title: string;
  /** The town that it is about; undefined where nobody was asked. */
  facts?: TypedFacts | undefined;
}

export const thread: SubmissionKind<ThreadTarget> = {
  text: MESSAGE,
  isTitled: () => true,
  screenedAs: 'thread',
  key: ({ category, facts }) => ['thread', category, ...(facts === undefined ? [] : [facts])],
  async find(tx, visitor, { category, facts: typed, key }, words, now) {
    const opened = await openable(tx, visitor, category, 'thread');
    const seed = seedOf(visitor, key);
    const facts =
      typed === undefined ? null : await checkedFacts(tx, 'tie', typed, { before: null, now, seed, place: null });
    return { ...opened, kind: 'thread', title: words.title, facts };
  },
};
