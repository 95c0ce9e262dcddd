import type { BulkView, Tally } from '../../src/desk/bulk/bulk.js';
import { BulkDecisions } from './bulk-decisions.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { nameOf } from '../kit/author.js';
import { ReasonBodies } from '../kit/reason-picker.js';
import type { Ui } from '../kit/ui.js';

export interface BulkWritten {
  decision: string;
  reasons: readonly string[];
  remark: string;
}

export interface BulkPageProps {
  ui: Ui;
  bulk: BulkView;
  /** What was typed when something was wrong with it. */
  written: BulkWritten | null;
  errors: FormErrors | null;
}

const sum = (tallies: Tally[]): number => tallies.reduce((total, { count }) => total + count, 0);

function Left({ ui, tallies, words }: { ui: Ui; tallies: Tally[]; words: (count: number) => string }) {
  const { why, line } = ui.t.bulk;
  if (tallies.length === 0) return null;
  return (
    <div class="slip wait">
      <p>{words(sum(tallies))}</p>
      <ul class="plain ui">
        {tallies.map(({ of, count }) => (
          <li>{line(count, why[of] ?? of)}</li>
        ))}
      </ul>
    </div>
  );
}

/** What will happen, before anything does. */
function Draft({ ui, bulk: view, written, errors }: BulkPageProps) {
  const { bulk, desk } = ui.t;
  return (
    <>
      <p>{view.total === 0 ? bulk.nothing : bulk.lede}</p>
      <Left ui={ui} tallies={view.skipped} words={bulk.skipped} />
      {view.needTwo > 0 && <p class="ui">{bulk.needTwo(view.needTwo)}</p>}
      {view.total > 0 && (
        <>
          <div class="sums">
            <section>
              <h2 class="filet">{bulk.kinds}</h2>
              <dl class="facts ui">
                {view.kinds.map(({ of, count }) => (
                  <>
                    <dt>{ui.t.kinds[of].one}</dt>
                    <dd>{count}</dd>
                  </>
                ))}
              </dl>
            </section>
            <section>
              <h2 class="filet">{bulk.categories}</h2>
              <dl class="facts ui">
                {view.categories.map(({ of, count }) => (
                  <>
                    <dt>{of === '' ? ui.t.people.noCategory : of}</dt>
                    <dd>{count}</dd>
                  </>
                ))}
              </dl>
            </section>
          </div>
          <BulkDecisions ui={ui} bulk={view} written={written} errors={errors} />
          <section class="first-words">
            <h2 class="filet">{bulk.first}</h2>
            <ol class="plain first-lines">
              {view.lines.map((line) => (
                <li>
                  <a href={`/desk/submissions/${line.id}`}>
                    {desk.kindBy(ui.t.kinds[line.kind].one, nameOf(ui, { name: line.author }))}
                  </a>{' '}
                  <span class="meta ui">{line.category === '' ? ui.t.people.noCategory : line.category}</span>
                  <br />
                  {line.words}
                </li>
              ))}
            </ol>
            {view.total > view.lines.length && <p class="meta">{bulk.others(view.total - view.lines.length)}</p>}
          </section>
          <ReasonBodies ui={ui} />
        </>
      )}
    </>
  );
}

/**
 * Shows the progress or the result of the bulk; it is refreshed by the script, or without scripts by the browser after
 * some seconds.
 */
function Course({ ui, bulk: view }: Pick<BulkPageProps, 'ui' | 'bulk'>) {
  const { bulk } = ui.t;
  const running = view.state === 'deciding' || view.state === 'undoing';
  const undone = view.state === 'undoing' || view.state === 'undone';
  return (
    <div class="stack" data-bulk={running ? 'running' : 'over'}>
      <p class="ui" role="status">
        {running && (
          <>
            <label for="bulk-progress" class="vh">
              {bulk.progress}
            </label>
            <progress id="bulk-progress" max={Math.max(view.total, 1)} value={view.done} />{' '}
            {bulk.done(view.done, view.total)}
          </>
        )}
        {!running &&
          !undone &&
          view.decision !== null &&
          view.decided > 0 &&
          bulk.results[view.decision](view.decided)}
        {view.state === 'undone' && bulk.undone(view.undone)}
      </p>
      {running && <p class="hint">{bulk.leave}</p>}
      {!undone && view.agreed > 0 && <p class="ui">{bulk.agreed(view.agreed)}</p>}
      {!undone && <Left ui={ui} tallies={view.skipped} words={bulk.skipped} />}
      {undone && <Left ui={ui} tallies={view.stands} words={bulk.stands} />}
      <div class="acts">
        <a class="b" href={view.back}>
          {ui.t.desk.backToDesk}
        </a>{' '}
        {!undone && view.decided + view.agreed + Number(running) > 0 && (
          <form method="post" action={`/desk/bulk/${view.id}/undo`}>
            <button class="b" type="submit">
              {running ? bulk.undoNow : bulk.undo}
            </button>
          </form>
        )}
      </div>
    </div>
  );
}

export function BulkPage(props: BulkPageProps) {
  const { ui, bulk: view } = props;
  const { bulk, desk, site } = ui.t;
  const { state } = view;
  const title = state === 'drafted' ? bulk.title(view.total) : bulk.states[state];
  const running = state === 'deciding' || state === 'undoing';
  return (
    <Layout ui={ui} title={title} section="desk" desk noindex refresh={running ? 2 : undefined}>
      <nav class="trail ui" aria-label={site.trail}>
        <a href={view.back}>{desk.title}</a>
      </nav>
      <div data-bulk-page>
        <div class="desk-head">
          <h1>{title}</h1>
        </div>
        <div class="stack">{state === 'drafted' ? <Draft {...props} /> : <Course ui={ui} bulk={view} />}</div>
      </div>
    </Layout>
  );
}
