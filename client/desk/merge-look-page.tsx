import type { ModeratedThread } from '../../src/desk/moving/moderated-threads.js';
import { threadAddress } from '../kit/address.js';
import { Layout } from '../kit/layout.js';
import { LookFirst, whoWillRead } from './look-first.js';
import { titleOf } from '../kit/thread-row.js';
import type { Ui } from '../kit/ui.js';

export interface MergeLookPageProps {
  ui: Ui;
  thread: ModeratedThread;
  to: ModeratedThread;
}

/** What will happen when a thread is merged into another one. */
export function MergeLookPage({ ui, thread, to }: MergeLookPageProps) {
  const { moving } = ui.t;
  const here = `/desk/thread/${thread.id}`;
  const says = [
    moving.mergeSays(thread.postCount, titleOf(ui, thread), titleOf(ui, to), to.category.name),
    moving.mergeLeads,
    ...(thread.waiting > 0 ? [moving.waitingFollows(thread.waiting)] : []),
    ...(to.locked ? [moving.mergeLocked] : []),
  ];
  return (
    <Layout ui={ui} title={moving.merge} section="desk" desk noindex>
      <nav class="trail ui" aria-label={ui.t.site.trail}>
        <a href={threadAddress(thread)}>{titleOf(ui, thread)}</a> <a href={here}>{moving.team}</a>
      </nav>
      <div class="title">
        <h1>{moving.merge}</h1>
      </div>
      <div class="column stack">
        <LookFirst
          ui={ui}
          says={says}
          warns={whoWillRead(ui, thread.category.audience, to.category.audience)}
          action={`${here}/merge`}
          cancel={here}
          hidden={[['to', String(to.id)]]}
          button={moving.mergeDo}
        />
      </div>
    </Layout>
  );
}
