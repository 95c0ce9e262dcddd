import type { DeskRecord } from '../../src/desk/queue/card.js';
import type { DoneLine as Done } from '../../src/desk/decisions/decision-log.js';
import { postAddress } from '../kit/address.js';
import { nameOf } from '../kit/author.js';
import type { DecisionWritten } from './decision-written.js';
import { CardHead } from './card-head.js';
import { CardText } from './card-text.js';
import { DeskCard } from './desk-card.js';
import { Decisions, Versions } from '../kit/desk-history.js';
import { HeldPieces } from '../kit/documents/held-pieces.js';
import { DoneLine } from '../kit/done-line.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { ReasonBodies } from '../kit/reason-picker.js';
import type { Ui } from '../kit/ui.js';

export interface DeskSubmissionPageProps {
  ui: Ui;
  record: DeskRecord;
  /** Id of the member who looks. */
  me: number | null;
  /** What came back with an error, or null. */
  written: DecisionWritten | null;
  errors: FormErrors | null;
  /** The decision just taken; null for none. */
  done: Done | null;
  /** The position in the queue that its form came from; left out where it came from here. */
  back?: string | null;
}

/** Where a decided submission can be read or acted upon now. */
function PostActs({ ui, record }: { ui: Ui; record: DeskRecord }) {
  const { desk } = ui.t;
  if (record.post === null) return null;
  const address = postAddress(record.post.thread, record.post.number);
  const number = <span class="vh">{desk.actWhat(record.post.number)}</span>;
  return (
    <p class="acts">
      <a class="b" href={address}>
        {desk.readInPlace}
      </a>{' '}
      {record.post.gone === null && (
        <a class="q team" href={`/desk${address}/removal`}>
          {desk.takeDown}
          {number}
        </a>
      )}{' '}
      {record.post.gone === 'taken-down' && (
        <a class="q team" href={`/desk${address}/restoration`}>
          {desk.restore}
          {number}
        </a>
      )}
    </p>
  );
}

export function DeskSubmissionPage({ ui, record, me, written, errors, done, back = null }: DeskSubmissionPageProps) {
  const { desk } = ui.t;
  const title = desk.kindBy(ui.t.kinds[record.kind].one, nameOf(ui, record.author));
  return (
    <Layout ui={ui} title={title} section="desk" desk noindex>
      <nav class="trail ui" aria-label={ui.t.site.trail}>
        <a href="/desk">{desk.title}</a>
      </nav>
      <div class="desk-head">
        <h1>{title}</h1>
        <p class="ui meta">
          <b class={`state ${record.status}`}>{desk.states[record.status]}</b>
        </p>
      </div>
      {done !== null && <DoneLine ui={ui} done={done} back={`/desk/submissions/${record.id}`} />}
      <div class="beside">
        <div class="stack">
          {record.status === 'waiting' ? (
            <DeskCard ui={ui} card={record} here alone back={back} me={me} written={written} errors={errors} />
          ) : (
            <article class="card alone" data-submission={record.id} data-version={record.version}>
              <CardHead ui={ui} card={record} alone />
              {record.html === '' ? <p class="fell">{desk.erased}</p> : <CardText ui={ui} card={record} alone />}
              <HeldPieces
                ui={ui}
                held={record.documents}
                base={`/desk/submissions/${record.id}`}
                gone={ui.t.documents.lost}
              />
              <PostActs ui={ui} record={record} />
            </article>
          )}
          {record.versions.length > 1 && (
            <section>
              <h2 class="filet">{desk.versions}</h2>
              <Versions ui={ui} versions={record.versions} />
            </section>
          )}
        </div>
        <aside aria-label={desk.history}>
          <section>
            <h2 class="filet">{desk.history}</h2>
            <Decisions ui={ui} decisions={record.decisions} />
          </section>
        </aside>
      </div>
      {record.status === 'waiting' && <ReasonBodies ui={ui} />}
    </Layout>
  );
}
