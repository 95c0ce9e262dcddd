import type { VisibleThread } from '../../src/threads/visible.js';
import { threadAddress } from './address.js';
import type { Ui } from './ui.js';
import { titleOf } from './thread-row.js';

/** While somebody opens a thread: those whose title is like theirs. Nothing where there are none. */
export function SimilarThreads({ ui, threads }: { ui: Ui; threads: readonly VisibleThread[] }) {
  if (threads.length === 0) return null;
  const { search, read } = ui.t;
  return (
    <section class="slip similar" aria-label={search.similar}>
      <h2 class="filet">{search.similar}</h2>
      <ul>
        {threads.map((thread) => (
          <li>
            <a href={threadAddress(thread)}>{titleOf(ui, thread)}</a>{' '}
            <span class="meta">
              {thread.category.name}, {read.posts(thread.postCount)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
