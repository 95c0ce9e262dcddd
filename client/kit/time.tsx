import type { Ui } from './ui.js';

/**
 * A moment in words. The exact date is in its `title`, for whoever hovers over it or prints. `dateTime` goes to the
 * minute, as the words do. A thread has forty of these, so the title is left out where it would repeat the words.
 */
export function Time({ ui, at, title = ui.dates.absolute(at) }: { ui: Ui; at: Date; title?: string }) {
  const words = ui.dates.relative(at);
  return (
    <time dateTime={`${at.toISOString().slice(0, 16)}Z`} title={title === words ? undefined : title}>
      {words}
    </time>
  );
}
