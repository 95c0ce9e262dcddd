import type { SubmissionKind } from '../submission-kind.js';
import { openable } from './openable.js';
import { MESSAGE } from './text-length.js';

export interface ThreadTarget {
  /** Slug. */
  category: string;
  title: string;
}

export const thread: SubmissionKind<ThreadTarget> = {
  text: MESSAGE,
  isTitled: () => true,
  screenedAs: 'thread',
  key: ({ category }) => ['thread', category],
  async find(tx, visitor, { category }, words) {
    return { ...(await openable(tx, visitor, category, 'thread')), kind: 'thread', title: words.title };
  },
};
