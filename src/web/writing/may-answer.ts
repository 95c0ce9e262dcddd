import type { Ui } from '../../../client/kit/ui.js';
import { refusal } from '../../screening/screen.js';
import type { VisibleThread } from '../../threads/visible.js';
import type { Visitor } from '../../visitors/visitor.js';

/** The code of why this visitor, like everyone of their audience, may not answer here; null when they may. */
export function refusedAnswer(visitor: Visitor, thread: VisibleThread, now: Date): string | null {
  const { category, article, lastPostAt, locked } = thread;
  return refusal({ visitor, kind: 'reply', category, article, lastPostAt, locked, now });
}

export function mayAnswer(visitor: Visitor, thread: VisibleThread, ui: Ui): boolean {
  return !thread.retired && refusedAnswer(visitor, thread, ui.dates.now) === null;
}
