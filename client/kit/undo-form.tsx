import type { Ui } from './ui.js';

interface UndoFormProps {
  ui: Ui;
  /** Id of the row of the log. */
  decision: string;
  /** Path of the desk to come back to. */
  back: string;
  /** For screen readers: which of several decisions this is. */
  what?: string;
  /** With the shortcut: there is only one on a page. */
  keyed?: boolean;
}

/** Takes a decision back; without asking for confirmation, because the decision can be made again. */
export function UndoForm({ ui, decision, back, what, keyed = false }: UndoFormProps) {
  const { desk } = ui.t;
  return (
    <form class="undo" method="post" action={`/desk/decisions/${decision}/undo`}>
      <input type="hidden" name="back" value={back} />
      <button class="q" type="submit" {...(keyed ? { 'data-key': 'u', accessKey: 'u' } : {})}>
        {desk.undo}
        {what !== undefined && <span class="vh">{desk.undoWhat(what)}</span>}
      </button>
    </form>
  );
}
