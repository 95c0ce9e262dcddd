import { ROWS_A_BLOCK, type ThreadRow, type VisibleCategory } from '../../src/threads/visible.js';
import type { Ui } from './ui.js';
import { categoryAddress } from './address.js';
import { ThreadLine } from './thread-row.js';

/** What is particular about a category, in words; nothing for one that is open to all. */
export function categoryNotes(ui: Ui, category: VisibleCategory): string[] {
  const { read, audiences } = ui.t;
  return [
    ...(category.audience === 'everyone' ? [] : [audiences[category.audience]]),
    ...(category.closed
      ? [read.closed]
      : category.guestsWrite || category.audience !== 'everyone'
        ? []
        : [read.membersWrite]),
  ];
}

/** A category on the home page with its last threads. */
export function CategoryBlock({ ui, category, threads }: { ui: Ui; category: VisibleCategory; threads: ThreadRow[] }) {
  const { read } = ui.t;
  return (
    <li class="block">
      <h3>
        <a href={categoryAddress(category)}>{category.name}</a>
      </h3>
      {category.description !== '' && <p>{category.description}</p>}
      <p class="ui meta">
        <span>{read.threads(category.threadCount)}</span>{' '}
        {categoryNotes(ui, category).map((note) => (
          <>
            <span>{note}</span>{' '}
          </>
        ))}
      </p>
      <ol class="lines" data-live-category={category.slug} data-most={ROWS_A_BLOCK}>
        {threads.map((row) => (
          <ThreadLine ui={ui} row={row} />
        ))}
      </ol>
      {!category.closed && !category.ofArticles && category.opens === 'everyone' && (
        <p class="acts">
          <a class="q" href={`${categoryAddress(category)}/threads/new`} rel="nofollow">
            {read.openThread}
            <span class="vh">{read.openThreadIn(category.name)}</span>
          </a>
        </p>
      )}
    </li>
  );
}
