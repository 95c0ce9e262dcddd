import type { QueueCounts } from '../../src/desk/queue/queue-counts.js';
import type { Ui } from '../kit/ui.js';

interface DeskHeadProps {
  ui: Ui;
  counts: QueueCounts;
  /** How many wait at this desk, whatever the filter. */
  waiting: number;
  /** Names of who else is at the desk now. */
  colleagues: string[];
}

/** How much waits and how long, who else is here. */
export function DeskHead({ ui, counts, waiting, colleagues }: DeskHeadProps) {
  const { desk, queue } = ui.t;
  const age = (at: Date): string => ui.dates.duration(ui.dates.now.getTime() - at.getTime());
  return (
    <div class="desk-head">
      <h1>{desk.title}</h1>
      <p class="ui meta">
        <span class="known">{desk.waiting(waiting)}</span>{' '}
        {counts.shown !== waiting && (
          <>
            <span>{queue.shown(counts.shown)}</span>{' '}
          </>
        )}
        {counts.oldest !== null && (
          <>
            <span>{desk.oldest(age(counts.oldest))}</span>{' '}
          </>
        )}
        {counts.median !== null && counts.shown > 1 && (
          <>
            <span class="known">{queue.median(age(counts.median))}</span>{' '}
          </>
        )}
        {colleagues.length > 0 && <span>{queue.here(colleagues.length, colleagues.join(', '))}</span>}{' '}
        <a href="/desk/log">{desk.log.title}</a>
      </p>
      {counts.unscanned > 0 && (
        <p class="hint" data-unscanned>
          {queue.unscanned(counts.unscanned)}
        </p>
      )}
    </div>
  );
}
