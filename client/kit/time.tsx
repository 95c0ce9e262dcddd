import type { Ui } from './ui.js';

/**
 * A moment in words, with its absolute date when somebody hovers over it or prints; to the minute, as words say it. A
 * thread has forty of them, so that nothing is said twice.
 */
export function Time({ ui, at, title = ui.dates.absolute(at) }: { ui: Ui; at: Date; title?: string }) {
  const words = ui.dates.relative(at);
  return (
    <time dateTime={`${at.toISOString().slice(0, 16)}Z`} title={title === words ? undefined : title}>
      {words}
    </time>
  );
}
