import type { AuthorHistory } from '../../src/desk/people/author-history.js';
import type { Ui } from '../ui.js';
import { Time } from './time.js';
import { titleOf } from './thread-row.js';

const OUTCOMES = ['published', 'waiting', 'returned', 'refused', 'spam', 'withdrawn'] as const;

/** How many of each outcome there are, in words. */
export function outcomesOf(ui: Ui, { counts }: AuthorHistory): string[] {
  return OUTCOMES.flatMap((outcome) => {
    const count = counts[outcome] ?? 0;
    return count === 0 ? [] : [ui.t.queue.outcomes[outcome](count)];
  });
}

/** What became of what a member sent last. */
export function LastSubmissions({ ui, history }: { ui: Ui; history: AuthorHistory }) {
  const { desk } = ui.t;
  return (
    <ul class="plain">
      {history.last.map((row) => (
        <li class="meta">
          <a href={`/desk/submissions/${row.id}`}>{row.title ?? (row.thread === null ? desk.kinds[row.kind] : titleOf(ui, row.thread))}</a>{' '}
          <span class={`state ${row.status}`}>{desk.states[row.status]}{row.reason === null ? '' : `, ${ui.reason(row.reason)}`}</span>{' '}
          <Time ui={ui} at={row.decidedAt} />
        </li>
      ))}
    </ul>
  );
}
