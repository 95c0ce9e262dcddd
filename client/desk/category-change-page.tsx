import type { ModeratedThread } from '../../src/desk/moving/moderated-threads.js';
import type { ModeratedCategory } from '../../src/desk/moving/thread-categories.js';
import { threadAddress } from '../kit/address.js';
import { Layout } from '../kit/layout.js';
import { LookFirst, whoWillRead } from './look-first.js';
import { titleOf } from '../kit/thread-row.js';
import type { Ui } from '../kit/ui.js';

export interface CategoryChangePageProps {
  ui: Ui;
  thread: ModeratedThread;
  to: ModeratedCategory;
}

/** What will happen when a thread changes its category. */
export function CategoryChangePage({ ui, thread, to }: CategoryChangePageProps) {
  const { moving } = ui.t;
  const here = `/desk/thread/${thread.id}`;
  const says = [
    moving.categorySays(thread.postCount, thread.category.name, to.name),
    moving.addressesStay,
    ...(thread.waiting > 0 ? [moving.waitingFollows(thread.waiting)] : []),
    ...(thread.pinned ? [moving.pinFalls] : []),
    ...(to.closed ? [moving.categoryClosed(to.name)] : []),
  ];
  return (
    <Layout ui={ui} title={moving.category} section="desk" desk noindex>
      <nav class="trail ui" aria-label={ui.t.site.trail}>
        <a href={threadAddress(thread)}>{titleOf(ui, thread)}</a> <a href={here}>{moving.team}</a>
      </nav>
      <div class="title">
        <h1>{moving.category}</h1>
      </div>
      <div class="column stack">
        <LookFirst
          ui={ui}
          says={says}
          warns={whoWillRead(ui, thread.category.audience, to.audience)}
          action={`${here}/category`}
          cancel={here}
          hidden={[
            ['from', thread.category.slug],
            ['category', to.slug],
          ]}
          button={moving.categoryDo(to.name)}
        />
      </div>
    </Layout>
  );
}
