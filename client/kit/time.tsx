import type { Ui } from './ui.js';

/** A moment in words, with its absolute date when somebody hovers over it or prints. */
export function Time({ ui, at, title }: { ui: Ui; at: Date; title?: string }) {
  return (
    <time dateTime={at.toISOString()} title={title ?? ui.dates.absolute(at)}>
      {ui.dates.relative(at)}
    </time>
  );
}
