import { wordsOfProblem, type FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import type { Ui } from '../kit/ui.js';

export interface UndoConflictPageProps {
  ui: Ui;
  /** Why it is too late. */
  problem: FormErrors;
  back: string;
}

/** Says that nothing was done because somebody has decided, corrected or undone since, and where to look. */
export function UndoConflictPage({ ui, problem, back }: UndoConflictPageProps) {
  const { desk } = ui.t;
  return (
    <Layout ui={ui} title={desk.undoTooLate} section="desk" desk noindex>
      <nav class="trail ui" aria-label={ui.t.site.trail}>
        <a href="/desk">{desk.title}</a>
      </nav>
      <div class="desk-head">
        <h1>{desk.undoTooLate}</h1>
      </div>
      <div class="stack">
        <div class="slip team" role="alert">
          <p class="flag">{desk.undoConflicts[problem.problem ?? ''] ?? wordsOfProblem(ui, problem)}</p>
          <p>{desk.undoNothing}</p>
        </div>
        <p class="acts">
          <a class="b" href={back}>
            {desk.backToDesk}
          </a>{' '}
          <a class="q" href="/desk/log">
            {desk.log.title}
          </a>
        </p>
      </div>
    </Layout>
  );
}
