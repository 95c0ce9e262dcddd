import type { DeskRecord } from '../../src/desk/queue/card.js';
import type { DoneLine } from '../../src/desk/decisions/decision-log.js';
import { nameOf } from '../kit/author.js';
import { UndoForm } from '../kit/undo-form.js';
import type { Ui } from '../kit/ui.js';

interface DoneCardProps {
  ui: Ui;
  record: DeskRecord;
  done: DoneLine | null;
  /** Path of the desk to come back to. */
  back: string;
}

/** What a card becomes where it was decided: one grey line with the way back. */
export function DoneCard({ ui, record, done, back }: DoneCardProps) {
  const { desk, queue } = ui.t;
  const what = desk.kindBy(ui.t.kinds[record.kind].one, nameOf(ui, record.author));
  return (
    <article class="card done" tabIndex={-1} aria-label={what}>
      <p class="meta ui">{queue.doneLine(what, done === null ? '' : desk.decisions[done.decision])}</p>{' '}
      {done?.undoable === true && <UndoForm ui={ui} decision={done.id} back={back} what={what} />}
    </article>
  );
}
