import type { Acted } from '../../src/publishing/workshops/workshop-act.js';
import type { Ui } from '../kit/ui.js';

/** What was done a moment ago, and the way back from it. */
export function ActDone({ ui, thread, act, undoable }: { ui: Ui; thread: number; act: Acted; undoable: boolean }) {
  const { hosting } = ui.t;
  return (
    <div class="toast ui good done" data-act={act.id}>
      <p role="status">{act.act === 'undo' ? hosting.taken : hosting.done}</p>
      {undoable && <UndoAct ui={ui} thread={thread} act={act} what={null} />}
    </div>
  );
}

export function UndoAct({ ui, thread, act, what }: { ui: Ui; thread: number; act: Acted; what: string | null }) {
  const { hosting } = ui.t;
  return (
    <form class="undo" method="post" action={`/thread/${thread}/workshop/acts/${act.id}/undo`}>
      <button class="q" type="submit">
        {hosting.undo}
        {what !== null && <span class="vh">{hosting.undoWhat(what)}</span>}
      </button>
    </form>
  );
}
