import type { Slice, ThreadRow as Row } from '../../src/threads/visible.js';
import { FreshBar } from '../kit/fresh-bar.js';
import { Layout } from '../kit/layout.js';
import { OlderNav } from '../kit/pages-nav.js';
import { ThreadRow } from '../kit/thread-row.js';
import { ThreadViews } from '../kit/thread-views.js';
import { Tree } from '../kit/tree.js';
import type { Ui } from '../kit/ui.js';

export interface RecentPageProps {
  ui: Ui;
  threads: Slice<Row>;
  /** The cursor that this page was asked with; null on the newest one. */
  before: string | null;
}

export function RecentPage({ ui, threads, before }: RecentPageProps) {
  const { read } = ui.t;
  return (
    <Layout
      ui={ui}
      title={read.recentThreads}
      section="threads"
      noindex={before !== null}
      feeds="/recent"
      wings={false}
    >
      <div class="title">
        <h1>{read.recentThreads}</h1>
      </div>
      <ThreadViews ui={ui} />
      <section aria-labelledby="threads">
        <h2 class="vh" id="threads">
          {read.lastThreads}
        </h2>
        {before === null && <FreshBar href="/recent" one={read.newThreadOne} many={read.newThreadMany} />}
        {threads.rows.length === 0 && (
          <div class="empty">
            <Tree />
            <p>{read.noThreads}</p>
          </div>
        )}
        <ol class="rows">
          {threads.rows.map((row) => (
            <ThreadRow ui={ui} row={row} />
          ))}
        </ol>
        <OlderNav
          ui={ui}
          newest={before === null ? null : '/recent'}
          older={threads.next === null ? null : `/recent?before=${encodeURIComponent(threads.next)}`}
        />
      </section>
    </Layout>
  );
}
