import type { Slice, ThreadRow as Row } from '../../src/threads/visible.js';
import { FreshBar } from '../parts/fresh-bar.js';
import { Layout } from '../parts/layout.js';
import { OlderNav } from '../parts/pages-nav.js';
import { ThreadRow } from '../parts/thread-row.js';
import { Tree } from '../parts/tree.js';
import type { Ui } from '../ui.js';

export interface RecentPageProps {
  ui: Ui;
  threads: Slice<Row>;
  /** The cursor that this page was asked with; null on the newest one. */
  before: string | null;
}

export function RecentPage({ ui, threads, before }: RecentPageProps) {
  const { read } = ui.t;
  return (
    <Layout ui={ui} title={read.recentThreads} section="recent" noindex={before !== null}>
      <div class="title"><h1>{read.recentThreads}</h1></div>
      <section class="column" aria-labelledby="threads">
        <h2 class="vh" id="threads">{read.lastThreads}</h2>
        {before === null && <FreshBar href="/recent" one={read.newThreadOne} many={read.newThreadMany} />}
        {threads.rows.length === 0 && <div class="empty"><Tree /><p>{read.noThreads}</p></div>}
        <ol class="rows">{threads.rows.map((row) => <ThreadRow ui={ui} row={row} />)}</ol>
        <OlderNav
          ui={ui} newest={before === null ? null : '/recent'}
          older={threads.next === null ? null : `/recent?before=${encodeURIComponent(threads.next)}`}
        />
      </section>
    </Layout>
  );
}
