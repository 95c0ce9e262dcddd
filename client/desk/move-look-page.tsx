import type { MovePlan } from '../../src/desk/moving/moves.js';
import { threadAddress } from '../kit/address.js';
import { Layout } from '../kit/layout.js';
import { LookFirst, whoWillRead } from './look-first.js';
import { titleOf } from '../kit/thread-row.js';
import { typeset } from '../kit/typeset.js';
import type { Ui } from '../kit/ui.js';
import type { MoveWritten } from './move-page.js';

export interface MoveLookPageProps {
  ui: Ui;
  plan: MovePlan;
  written: MoveWritten;
}

/** What will happen when posts go to another thread, or to a new one. */
export function MoveLookPage({ ui, plan, written }: MoveLookPageProps) {
  const { moving } = ui.t;
  const { thread, numbers, waiting, to } = plan;
  const here = `/desk/thread/${thread.id}/move?from=${numbers[0] ?? 1}`;
  const category = 'thread' in to ? to.thread.category : to.category;
  const title = 'thread' in to ? titleOf(ui, to.thread) : typeset(ui, to.title);
  const says = [
    moving.moveSays(
      numbers.length,
      numbers.slice(0, 12).join(', ') + (numbers.length > 12 ? '…' : ''),
      titleOf(ui, thread),
    ),
    'thread' in to ? moving.moveTo(numbers.length, title, category.name) : moving.splitTo(title, category.name),
    moving.numbersLead(numbers.length),
    ...(waiting > 0 ? [moving.waitingFollows(waiting)] : []),
  ];
  const hidden: [string, string][] = [
    ...written.numbers.map((number): [string, string] => ['number', String(number)]),
    ...(written.follow ? [['follow', 'yes'] as [string, string]] : []),
    ['where', written.where],
    ...('thread' in to
      ? [['to', String(to.thread.id)] as [string, string]]
      : ([
          ['title', to.title],
          ['category', to.category.slug],
        ] as [string, string][])),
  ];
  return (
    <Layout ui={ui} title={moving.move} section="desk" desk noindex>
      <nav class="trail ui" aria-label={ui.t.site.trail}>
        <a href={threadAddress(thread)}>{titleOf(ui, thread)}</a> <a href={here}>{moving.move}</a>
      </nav>
      <div class="title">
        <h1>{'thread' in to ? moving.move : moving.split}</h1>
      </div>
      <div class="column stack">
        <LookFirst
          ui={ui}
          says={says}
          warns={whoWillRead(ui, thread.category.audience, category.audience)}
          action={`/desk/thread/${thread.id}/move`}
          cancel={here}
          hidden={hidden}
          button={'thread' in to ? moving.moveDo(numbers.length) : moving.splitDo}
        />
      </div>
    </Layout>
  );
}
