import type { HostRights } from '../../src/registrations/host-rights.js';
import type { Host } from '../../src/registrations/hosts.js';
import type { StoryLine } from '../../src/registrations/story.js';
import type { VisibleThread } from '../../src/threads/visible.js';
import type { WholeWorkshop } from '../../src/workshops/workshops.js';
import { hostsAddress, teamAddress, threadAddress } from '../kit/address.js';
import { AuthorName } from '../kit/author.js';
import { ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { Trail } from '../kit/trail.js';
import type { Ui } from '../kit/ui.js';
import { ActDone } from './act-done.js';
import { HostedDate, NewDate } from './hosted-date.js';
import { HostedPoll } from './hosted-poll.js';
import { StoryLines } from './story-lines.js';

/** A form that came back: which one, and what was typed. */
export interface SentForm {
  form: string;
  fields: Readonly<Record<string, string>>;
}

export interface HostsPageProps {
  ui: Ui;
  thread: VisibleThread;
  whole: WholeWorkshop;
  hosts: readonly Host[];
  /** Null for an administrator who does not run it: they read the story, and no more. */
  rights: HostRights | null;
  /** Id of the member who looks. */
  me: number;
  story: readonly StoryLine[];
  /** What they have just done. */
  done: StoryLine | null;
  sent: SentForm | null;
  errors: FormErrors | null;
}

function HostLine({
  ui,
  thread,
  host,
  rights,
  me,
}: Pick<HostsPageProps, 'ui' | 'thread' | 'rights' | 'me'> & { host: Host }) {
  const { hosting } = ui.t;
  const isMe = host.member === me;
  const button = (action: string, words: string, kind = 'q') => (
    <button class={kind} type="submit" name="action" value={action}>
      {words}
      {!isMe && <span class="vh">{hosting.removeWhom(host.name)}</span>}
    </button>
  );
  return (
    <li data-host={host.member}>
      <p class="ui meta">
        <b>
          <AuthorName ui={ui} author={host} />
        </b>{' '}
        {isMe && <span>{hosting.you}</span>} <span>{host.byRole ? hosting.byRole : hosting.helps}</span>{' '}
        <span>{host.isShown ? hosting.shown : hosting.hidden}</span>
      </p>
      {rights !== null && (isMe || rights.byRole) && (
        <form class="acts" method="post" action={hostsAddress(thread)}>
          {isMe ? (
            <>
              {host.isShown ? button('hide', hosting.hide) : button('show', hosting.show)}{' '}
              {button('leave', hosting.leave)}
            </>
          ) : (
            <>
              <input type="hidden" name="member" value={host.name} />
              {button('remove', hosting.remove)}
            </>
          )}
        </form>
      )}
    </li>
  );
}

/** Where those who run a workshop do so: who they are, its dates, its story. */
export function HostsPage(props: HostsPageProps) {
  const { ui, thread, whole, hosts, rights, story, done, sent, errors } = props;
  const { hosting } = ui.t;
  const forForm = (form: string) =>
    sent?.form === form ? { typed: sent.fields, errors } : { typed: null, errors: null };
  const host = forForm('host');
  const report = forForm('report');
  return (
    <Layout ui={ui} title={`${hosting.title} – ${thread.title}`} section="agenda" noindex>
      <Trail
        ui={ui}
        steps={[
          { href: '/workshops', words: ui.t.workshops.agenda },
          { href: threadAddress(thread), words: thread.title },
        ]}
      />
      <div class="title">
        <h1>{hosting.title}</h1>
        <p class="lede">{hosting.lede}</p>
        {rights !== null && (
          <p class="acts">
            <a class="b" href={teamAddress(thread)}>
              {ui.t.team.way}
            </a>
          </p>
        )}
      </div>
      {done !== null && <ActDone ui={ui} thread={thread.id} act={done} undoable={done.undoable} />}
      {errors !== null && <ErrorSummary ui={ui} errors={errors} />}
      <div class="column stack">
        <section aria-labelledby="hosts">
          <h2 class="filet" id="hosts">
            {hosting.hosts}
          </h2>
          {hosts.length === 0 && <p class="slip wait ui">{hosting.noHost}</p>}
          <ul class="plain hosting-list">
            {hosts.map((each) => (
              <HostLine {...props} host={each} />
            ))}
          </ul>
          {rights !== null && (
            <details class="fold" open={host.errors !== null}>
              <summary class="q">{hosting.add}</summary>
              <form class="form" method="post" action={hostsAddress(thread)}>
                <Field
                  ui={ui}
                  name="member"
                  prefix="host"
                  label={hosting.addLabel}
                  hint={hosting.addHint}
                  value={host.typed?.['member'] ?? ''}
                  errors={host.errors}
                  autocomplete="off"
                  required
                />
                <p class="acts">
                  <button class="b do" type="submit" name="action" value="add">
                    {hosting.addDo}
                  </button>
                </p>
              </form>
            </details>
          )}
        </section>
        {rights !== null && (
          <section aria-labelledby="dates">
            <h2 class="filet" id="dates">
              {hosting.dates}
            </h2>
            <ol class="plain hosting-list">
              {whole.dates.map((date) => (
                <HostedDate
                  ui={ui}
                  thread={thread}
                  workshop={whole.workshop}
                  date={date}
                  sent={sent}
                  errors={errors}
                />
              ))}
            </ol>
            {whole.candidates.length > 0 && <HostedPoll ui={ui} thread={thread} whole={whole} />}
            <NewDate ui={ui} thread={thread} {...forForm('date')} />
          </section>
        )}
        {rights !== null && (
          <section aria-labelledby="report">
            <h2 class="filet" id="report">
              {ui.t.workshops.report}
            </h2>
            <form class="form" method="post" action={`/thread/${thread.id}/workshop/report`}>
              <Field
                ui={ui}
                name="number"
                prefix="report"
                label={hosting.reportNumber}
                hint={hosting.reportHint}
                value={report.typed?.['number'] ?? String(whole.report?.number ?? '')}
                errors={report.errors}
                autocomplete="off"
              />
              <p class="acts">
                <button class="b do" type="submit">
                  {hosting.reportDo}
                </button>
              </p>
            </form>
          </section>
        )}
        <StoryLines ui={ui} thread={thread} zone={whole.workshop.zone} story={story} />
      </div>
    </Layout>
  );
}
