import type { AuthorHistory } from '../../src/desk/people/author-history.js';
import type { Ui } from '../kit/ui.js';
import { Time } from '../kit/time.js';
import { titleOf } from '../kit/thread-row.js';

const OUTCOMES = ['published', 'waiting', 'returned', 'refused', 'spam', 'withdrawn'] as const;

/** How many of each outcome there are, in words. */
export function outcomesOf(ui: Ui, { counts }: AuthorHistory): string[] {
  return OUTCOMES.flatMap((outcome) => {
    const count = counts[outcome] ?? 0;
    return count === 0 ? [] : [ui.t.queue.outcomes[outcome](count)];
  });
}

/** The outcomes of a member's last submissions. */
export function LastSubmissions({ ui, history }: { ui: Ui; history: AuthorHistory }) {
  const { desk } = ui.t;
  return (
    <ul class="plain">
      {history.last.map((row) => (
        <li class="meta">
          <a href={`/desk/submissions/${row.id}`}>
            {row.title ?? (row.thread === null ? ui.t.kinds[row.kind].one : titleOf(ui, row.thread))}
          </a>{' '}
          <span class={`state ${row.status}`}>
            {desk.states[row.status]}
            {row.reason === null ? '' : `, ${ui.reason(row.reason)}`}
          </span>{' '}
          <Time ui={ui} at={row.decidedAt} />
        </li>
      ))}
    </ul>
  );
}
