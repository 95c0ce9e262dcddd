import type { DoneLine as Done } from '../../src/desk/decisions/decision-log.js';
import type { Ui } from './ui.js';
import { UndoForm } from './undo-form.js';

/** What was decided a moment ago, and the way back from it. `back` is the path of the desk, filter included. */
export function DoneLine({ ui, done, back }: { ui: Ui; done: Done; back: string }) {
  const { desk } = ui.t;
  return (
    <div class="toast ui good done" data-done={done.id}>
      <p role="status">{desk.done[done.decision] ?? desk.decisions[done.decision]}</p>
      {done.undoable && <UndoForm ui={ui} decision={done.id} back={back} keyed />}
    </div>
  );
}
