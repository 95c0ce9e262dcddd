import type { DoneLine as Done } from '../../src/desk/decisions/decision-log.js';
import type { MemberRecord } from '../../src/desk/people/member-records.js';
import type { SuspensionDraft } from '../../src/desk/people/suspensions.js';
import { postAddress, recordAddress, userAddress } from '../kit/address.js';
import { LastSubmissions, outcomesOf } from './author-history.js';
import { Leaf, RoleName } from '../kit/author.js';
import { DoneLine } from '../kit/done-line.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { LogLine } from './log-line.js';
import { PageTextPart } from './page-text.js';
import { StaffNotes } from './staff-notes.js';
import { SuspensionPart } from './suspension-form.js';
import { titleOf } from '../kit/thread-row.js';
import { Time } from '../kit/time.js';
import type { Ui } from '../kit/ui.js';

export interface MemberRecordPageProps {
  ui: Ui;
  record: MemberRecord;
  /** Id of the member who looks. */
  me: number | null;
  done: Done | null;
  /** The form that came back, what had been typed in it, and what is wrong. */
  again:
    | null
    | ({ errors: FormErrors } & (
        | { form: 'suspension'; written: SuspensionDraft | null }
        | { form: 'note'; written: string }
        | { form: 'page'; written: { reason: string; remark: string } | null }
      ));
}

function Reports({ ui, record: { reports } }: Pick<MemberRecordPageProps, 'ui' | 'record'>) {
  const { people, desk, after } = ui.t;
  return (
    <section aria-labelledby="reports">
      <h2 class="filet" id="reports">
        {people.reports}
      </h2>
      {reports.count === 0 ? <p class="hint">{people.noReports}</p> : <p>{after.reports(reports.count)}</p>}
      <ul class="plain">
        {reports.last.map((line) => (
          <li class="meta">
            <a href={`/desk/submissions/${line.id}`}>{desk.inThread(titleOf(ui, line.thread), line.number)}</a>{' '}
            <span class={`state ${line.status}`}>
              {
                people.reportStates[
                  line.status === 'waiting' ? 'waiting' : line.status === 'published' ? 'kept' : 'followed'
                ]
              }
            </span>{' '}
            <Time ui={ui} at={line.at} /> <a href={postAddress(line.thread.id, line.number)}>{desk.readInPlace}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ ui, record }: Pick<MemberRecordPageProps, 'ui' | 'record'>) {
  const { people, queue } = ui.t;
  const counts = outcomesOf(ui, record.history);
  return (
    <section aria-labelledby="sent">
      <h2 class="filet" id="sent">
        {people.sent}
      </h2>
      <p>{counts.length === 0 ? people.nothingSent : counts.join(', ')}</p>
      <p>
        <a href={`/desk?${new URLSearchParams({ author: record.name }).toString()}`}>{queue.allBy(record.name)}</a>
      </p>
      {record.history.last.length > 0 && <p class="hint">{queue.lastOnes}</p>}
      <LastSubmissions ui={ui} history={record.history} />
    </section>
  );
}

/** What moderators know of a member, and what they may do about the account. */
export function MemberRecordPage({ ui, record, me, done, again }: MemberRecordPageProps) {
  const { people, desk, account } = ui.t;
  const here = recordAddress(record);
  const errorsOf = (form: 'suspension' | 'note' | 'page'): FormErrors | null =>
    again?.form === form ? again.errors : null;
  return (
    <Layout ui={ui} title={people.recordOf(record.name)} section="desk" desk noindex>
      <nav class="trail ui" aria-label={ui.t.site.trail}>
        <a href="/desk">{desk.title}</a>
      </nav>
      <div class="title person">
        <Leaf ui={ui} author={record} />
        <h1>{record.name}</h1>
        <RoleName ui={ui} role={record.role} />
      </div>
      <p class="ui meta">
        <span>{account.joined(ui.dates.short(record.joinedOn))}</span>{' '}
        {(record.history.counts.published ?? 0) > 0 && <a href={userAddress(record)}>{people.publicPage}</a>}
      </p>
      {done !== null && <DoneLine ui={ui} done={done} back={here} />}
      <div class="beside record">
        <div class="stack">
          <StaffNotes
            ui={ui}
            member={record}
            notes={record.notes}
            me={me}
            written={again?.form === 'note' ? again.written : null}
            errors={errorsOf('note')}
          />
          <SuspensionPart
            ui={ui}
            record={record}
            written={again?.form === 'suspension' ? again.written : null}
            errors={errorsOf('suspension')}
          />
          {record.judgesPage && (
            <PageTextPart
              ui={ui}
              record={record}
              written={again?.form === 'page' ? again.written : null}
              errors={errorsOf('page')}
            />
          )}
          {record.decided.length > 0 && (
            <section aria-labelledby="decided">
              <h2 class="filet" id="decided">
                {people.decided}
              </h2>
              <ol class="log">
                {record.decided.map((row) => (
                  <LogLine ui={ui} row={row} back={here} />
                ))}
              </ol>
            </section>
          )}
        </div>
        <aside aria-label={people.sent}>
          <History ui={ui} record={record} />
          <Reports ui={ui} record={record} />
        </aside>
      </div>
    </Layout>
  );
}
