import type { Slice, ThreadRow as Row } from '../../src/threads/visible.js';
import type { UnreadPosts } from '../../src/threads/unread.js';
import { Layout } from '../kit/layout.js';
import { OlderNav } from '../kit/pages-nav.js';
import { ThreadRow } from '../kit/thread-row.js';
import { ThreadViews } from '../kit/thread-views.js';
import { Tree } from '../kit/tree.js';
import type { Ui } from '../kit/ui.js';

export interface UnreadPageProps {
  ui: Ui;
  threads: Slice<{ row: Row; unread: UnreadPosts }>;
  before: string | null;
}

/** What one member has not read yet. Its moment goes with the form: what appears after it stays unread. */
export function UnreadPage({ ui, threads, before }: UnreadPageProps) {
  const { read } = ui.t;
  return (
    <Layout ui={ui} title={read.unreadTitle} section="threads" noindex wings={false}>
      <div class="title">
        <h1>{read.unreadTitle}</h1>
        <p class="lede">{read.unreadLede}</p>
        {threads.rows.length > 0 && (
          <form class="acts" method="post" action="/unread">
            <input type="hidden" name="until" value={ui.dates.now.toISOString()} />
            <button class="b" type="submit" name="action" value="read">
              {read.readEverything}
            </button>
          </form>
        )}
      </div>
      <ThreadViews ui={ui} own />
      <section class="column" aria-labelledby="threads">
        <h2 class="vh" id="threads">
          {read.lastThreads}
        </h2>
        {threads.rows.length === 0 && (
          <div class="empty">
            <Tree />
            <p>{read.unreadNone}</p>
          </div>
        )}
        <ol class="rows">
          {threads.rows.map(({ row, unread }) => (
            <ThreadRow ui={ui} row={row} unread={unread} />
          ))}
        </ol>
        <OlderNav
          ui={ui}
          newest={before === null ? null : '/unread'}
          older={threads.next === null ? null : `/unread?before=${encodeURIComponent(threads.next)}`}
        />
      </section>
    </Layout>
  );
}
