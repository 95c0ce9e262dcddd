import type { ComponentChild } from 'preact';
import { ROWS_A_SLICE, type Slice, type ThreadRow as Row, type VisibleCategory } from '../../src/threads/visible.js';
import { categoryAddress } from '../kit/address.js';
import { categoryNotes } from '../kit/category-block.js';
import { AccountNeeded } from '../kit/account-needed.js';
import { FreshBar } from '../kit/fresh-bar.js';
import { Layout } from '../kit/layout.js';
import { OlderNav } from '../kit/pages-nav.js';
import { ThreadRow } from '../kit/thread-row.js';
import { Trail } from '../kit/trail.js';
import { Tree } from '../kit/tree.js';
import type { Ui } from '../kit/ui.js';

export interface CategoryPageProps {
  ui: Ui;
  category: VisibleCategory;
  /** On top of the newest slice, and of no other. */
  pinned: Row[];
  threads: Slice<Row>;
  /** The cursor that this page was asked with; null on the newest one. */
  before: string | null;
  /** Whether those who get this page may open a thread here; `account` where they need one for it. */
  opens: boolean | 'account';
  /** What comes next here; null for nothing. */
  coming: ComponentChild;
}

export function CategoryPage({ ui, category, pinned, threads, before, opens, coming }: CategoryPageProps) {
  const { read } = ui.t;
  const address = categoryAddress(category);
  const hold = { all: read.holdAll, guests: read.holdGuests, newcomers: read.holdNewcomers, nobody: read.holdNobody }[
    category.hold
  ];
  return (
    <Layout
      ui={ui}
      title={category.name}
      section="threads"
      noindex={before !== null}
      feeds={category.audience === 'everyone' ? address : undefined}
      wings={false}
    >
      <Trail ui={ui} steps={[]} />
      <div class="title">
        <h1>{category.name}</h1>
        {category.description !== '' && <p class="lede">{category.description}</p>}
        <p class="ui meta">
          <span>{read.threads(category.threadCount)}</span> <span>{read.posts(category.postCount)}</span>{' '}
          {categoryNotes(ui, category).map((note) => (
            <>
              <span>{note}</span>{' '}
            </>
          ))}
          {!category.closed && <span>{hold}</span>}
        </p>
        {opens === 'account' && <AccountNeeded ui={ui} back={`${address}/threads/new`} />}
        {opens === true && (
          <p class="acts">
            <a class="b do" href={`${address}/threads/new`} rel="nofollow">
              {read.openThread}
            </a>
          </p>
        )}
      </div>
      {coming}
      <section aria-labelledby="threads">
        <h2 class="vh" id="threads">
          {read.lastThreads}
        </h2>
        {before === null && <FreshBar href={address} one={read.newThreadOne} many={read.newThreadMany} />}
        {pinned.length > 0 && (
          <>
            <h2 class="vh">{ui.t.moving.pinnedHeading}</h2>
            <ul class="rows pinned">
              {pinned.map((row) => (
                <ThreadRow ui={ui} row={row} category={false} />
              ))}
            </ul>
          </>
        )}
        {threads.rows.length === 0 && pinned.length === 0 && (
          <div class="empty">
            <Tree />
            <p>{read.noThreads}</p>
          </div>
        )}
        <ol
          class="rows"
          data-live-category={before === null ? category.slug : undefined}
          data-most={ROWS_A_SLICE}
          data-live-rows
        >
          {threads.rows.map((row) => (
            <ThreadRow ui={ui} row={row} category={false} />
          ))}
        </ol>
        <OlderNav
          ui={ui}
          newest={before === null ? null : address}
          older={threads.next === null ? null : `${address}?before=${encodeURIComponent(threads.next)}`}
        />
      </section>
    </Layout>
  );
}
