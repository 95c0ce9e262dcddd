import type { VisibleThread } from '../../src/threads/visible.js';
import { titleOf } from './thread-row.js';
import type { Ui } from './ui.js';

/**
 * A thread's title; of a workshop with its state in words before it: of all that come, when they are cancelled or full,
 * of the next one when it was moved.
 */
export function statedTitle(ui: Ui, thread: Pick<VisibleThread, 'title' | 'dates'>): string {
  const title = titleOf(ui, thread);
  const { dates, t } = ui;
  const { workshops } = t;
  if (thread.dates.length === 0) return title;
  for (const { endsAt } of thread.dates) dates.trueTill(endsAt);
  const coming = thread.dates.filter(({ endsAt }) => endsAt > dates.now);
  if (coming.length === 0) return workshops.overBefore(title);
  const [next, ...others] = coming.filter(({ cancelled }) => !cancelled);
  if (next === undefined) return workshops.cancelledBefore(title);
  if ([next, ...others].every(({ full }) => full)) return workshops.fullBefore(title);
  return next.moved ? workshops.movedBefore(title) : title;
}
