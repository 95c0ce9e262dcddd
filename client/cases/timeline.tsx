import type { VisibleStep } from '../../src/cases/case-steps.js';
import { isTheirs } from '../../src/deadlines/step-kind.js';
import { spanOf } from '../../src/deadlines/span.js';

const DAY = 86_400_000;

interface TimelineProps {
  steps: readonly VisibleStep[];
  /** Days that are still to come, from the clock. */
  ahead: readonly string[];
  today: string;
}

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;

/**
 * What happened, drawn: white sheets above the line are theirs, leaves below it are ours. Without a word, since the
 * list below says the same; in shares of the width, so that it fits every screen without a script.
 */
export function Timeline({ steps, ahead, today }: TimelineProps) {
  const marks = steps.flatMap((step) => {
    const span = spanOf(step.dated);
    return span === null ? [] : [{ step, day: dayNumber(span.earliest) }];
  });
  const days = [...marks.map(({ day }) => day), ...ahead.map(dayNumber), dayNumber(today)];
  if (marks.length === 0) return null;
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const share = (day: number): string => `${(4 + (92 * (day - first)) / Math.max(1, last - first)).toFixed(1)}%`;
  const now = share(dayNumber(today));
  // Of a long case many steps have one day: a mark that covers another one exactly shows nothing more.
  const drawn = new Map(
    marks.map(({ step: { kind }, day }) => {
      const mark = { at: share(day), theirs: isTheirs(kind) };
      return [`${mark.at} ${mark.theirs}`, mark] as const;
    }),
  );
  return (
    <svg class="timeline" height="104" aria-hidden="true" focusable="false">
      <line class="c-line" x1="0" x2="100%" y1="52" y2="52" />
      <line class="c-now" x1={now} x2={now} y1="4" y2="100" />
      {[...drawn.values()].map(({ at, theirs }) => (
        <svg x={at} y={theirs ? 18 : 66} overflow="visible">
          {theirs ? (
            <path class="c-them" d="M-7 0H7v18H-7zM-7 2H7" />
          ) : (
            <path class="c-ours" d="M-8 16V8c0-5 3-8 8-8h8v8c0 5-3 8-8 8z" />
          )}
        </svg>
      ))}
      {ahead.map((day) => (
        <circle class="c-due" cx={share(dayNumber(day))} cy="52" r="6" />
      ))}
    </svg>
  );
}
