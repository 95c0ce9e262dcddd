import type { ComponentChild } from 'preact';
import type { ThreadRow as Row, VisibleCategory } from '../../src/threads/visible.js';
import { CategoryBlock } from '../kit/category-block.js';
import { FreshBar } from '../kit/fresh-bar.js';
import { Layout } from '../kit/layout.js';
import { ThreadRow } from '../kit/thread-row.js';
import { ThreadViews } from '../kit/thread-views.js';
import { Tree } from '../kit/tree.js';
import type { Ui } from '../kit/ui.js';

export interface HomePageProps {
  ui: Ui;
  /** Each category of the audience with its last threads (three are enough). */
  categories: { category: VisibleCategory; threads: Row[] }[];
  /** The last threads of all of them. */
  recent: Row[];
  /** Milliseconds from written to published, or null while nobody knows. */
  usualDelay: number | null;
  /** What comes next, beside the threads; null for nothing. */
  coming: ComponentChild;
}

export function HomePage({ ui, categories, recent, usualDelay, coming }: HomePageProps) {
  const { read } = ui.t;
  return (
    <Layout ui={ui} title={read.homeTitle} section="threads" feeds="" wings={false}>
      <div class="title">
        <h1>{read.homeTitle}</h1>
        <p class="lede">
          {read.homeLede} {read.readBefore}
          {usualDelay !== null && <> {read.usualDelay(ui.dates.duration(usualDelay))}</>}
        </p>
        <p class="acts">
          <a class="b do" href="/threads/new" rel="nofollow">
            {read.openThread}
          </a>{' '}
          <a class="q" href="/rules">
            {read.howDecided}
          </a>
        </p>
      </div>
      <ThreadViews ui={ui} />
      {coming}
      <div class="beside">
        <section aria-labelledby="recent">
          <h2 class="filet" id="recent">
            <a href="/recent">{read.recentThreads}</a>
          </h2>
          <FreshBar href="/" one={read.newThreadOne} many={read.newThreadMany} />
          {recent.length === 0 ? (
            <div class="empty">
              <Tree />
              <p>{read.noThreads}</p>
            </div>
          ) : (
            <ol class="rows">
              {recent.map((row) => (
                <ThreadRow ui={ui} row={row} />
              ))}
            </ol>
          )}
          {recent.length > 0 && (
            <p class="acts">
              <a class="q" href="/recent">
                {read.allRecent}
              </a>
            </p>
          )}
        </section>
        <section aria-labelledby="categories">
          <h2 class="filet" id="categories">
            {read.categories}
          </h2>
          {categories.length === 0 ? (
            <p class="hint">{read.noCategories}</p>
          ) : (
            <ul class="blocks">
              {categories.map((each) => (
                <CategoryBlock ui={ui} category={each.category} threads={each.threads} />
              ))}
            </ul>
          )}
        </section>
      </div>
    </Layout>
  );
}
