import type { TeamLine } from '../../src/registrations/team.js';
import type { VisibleThread } from '../../src/threads/visible.js';
import type { VisibleDate } from '../../src/workshops/visible-workshop.js';
import type { WholeWorkshop } from '../../src/workshops/workshops.js';
import { hostsAddress, teamAddress, threadAddress } from '../kit/address.js';
import { ErrorSummary, Field } from '../kit/field.js';
import { spanIn } from '../kit/facts/local-dates.js';
import type { FormErrors } from '../kit/form-errors.js';
import { isolated } from '../kit/isolated.js';
import { Layout } from '../kit/layout.js';
import { Trail } from '../kit/trail.js';
import type { Ui } from '../kit/ui.js';
import { WordsForm } from './words-form.js';
import { personsIn, TEAM_VIEWS, type TeamView, viewOf } from './team-views.js';

export interface TeamPageProps {
  ui: Ui;
  thread: VisibleThread;
  whole: WholeWorkshop;
  /** The one that is shown. */
  date: VisibleDate;
  lines: readonly TeamLine[];
  view: TeamView;
  /** Who has just arrived, or was just declined. */
  done: TeamLine | null;
  /** Of the form for somebody without a registration. */
  formKey: string;
  typed: { code: string; persons: string };
  errors: FormErrors | null;
}

function nameOf(ui: Ui, { name, walkIn }: TeamLine): string {
  if (name !== '') return isolated(name);
  return walkIn ? ui.t.team.unregistered : ui.t.team.noName;
}

const UNDO = ({ undo: words }: Ui['t']['team']) => ({ action: 'undo', words });
const ADMIT = ({ admit: words }: Ui['t']['team']) => ({ action: 'admit', words });

/** One button for one registration. */
function Act({
  ui,
  thread,
  date,
  view,
  line,
  action,
  words,
  big,
}: LineProps & { action: string; words: string; big?: boolean }) {
  return (
    <form method="post" action={`/thread/${thread.id}/workshop/team/${line.id}`}>
      <input type="hidden" name="date" value={date.id} />
      <input type="hidden" name="show" value={view} />
      <input type="hidden" name="was" value={line.state} />
      <button class={big === true ? 'b do' : 'q'} type="submit" name="action" value={action}>
        {words}
        <span class="vh">{ui.t.team.ofWhom(nameOf(ui, line))}</span>
      </button>
    </form>
  );
}

type LineProps = Pick<TeamPageProps, 'ui' | 'thread' | 'date' | 'view'> & { line: TeamLine };

function Line(props: LineProps) {
  const { ui, line } = props;
  const { team } = ui.t;
  return (
    <li data-registration={line.id} data-state={line.state} data-arrived={line.arrived ? true : undefined}>
      <div>
        <b>{nameOf(ui, line)}</b>
        <p class="ui meta">
          {!line.walkIn && (
            <span>
              <code>{line.code}</code>
            </span>
          )}{' '}
          <span>{team.persons(line.persons)}</span> {line.part !== '' && <span>{isolated(line.part)}</span>}{' '}
          {line.help && <b>{team.help}</b>}
        </p>
      </div>
      <div class="acts no-print">
        {line.arrived ? (
          <Act {...props} action="undo" words={team.undo} />
        ) : line.state === 'asked' ? (
          <>
            <Act {...props} action="admit" words={team.admit} big />{' '}
            <Act {...props} action="decline" words={team.decline} />
          </>
        ) : line.state === 'declined' ? (
          <Act {...props} action="admit" words={team.admit} />
        ) : (
          <>
            <Act {...props} action="arrive" words={team.arrive} big />{' '}
            <Act {...props} action="decline" words={team.remove} />
          </>
        )}
      </div>
    </li>
  );
}

function Numbers({ ui, lines }: Pick<TeamPageProps, 'ui' | 'lines'>) {
  const { team } = ui.t;
  const arrived = personsIn(lines, 'arrived');
  const others = [
    [team.inLine, personsIn(lines, 'waiting')],
    [team.asking, personsIn(lines, 'asked')],
    [team.maybes, personsIn(lines, 'maybe')],
  ] as const;
  return (
    <dl class="gist">
      <div>
        <dt>{team.arrivals}</dt>
        <dd>
          <b>{team.arrivedOf(arrived, arrived + personsIn(lines, 'expected'))}</b>
        </dd>
      </div>
      {others
        .filter(([, count]) => count > 0)
        .map(([label, count]) => (
          <div>
            <dt>{label}</dt>
            <dd>
              <b>{count}</b>
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** By code, or somebody without a registration. */
function Door({ ui, thread, date, formKey, typed, errors }: TeamPageProps) {
  const { team } = ui.t;
  const action = teamAddress(thread);
  const here = <input type="hidden" name="date" value={date.id} />;
  return (
    <div class="no-print stack">
      <form class="form" method="post" action={action}>
        {here}
        <Field
          ui={ui}
          name="code"
          label={team.code}
          hint={team.codeHint}
          value={typed.code}
          errors={errors}
          autocomplete="off"
          required
        />
        <p class="acts">
          <button class="b do" type="submit" name="action" value="arrive">
            {team.note}
          </button>
        </p>
      </form>
      <details class="fold" open={errors?.fields['persons'] !== undefined}>
        <summary class="q">{team.walkIn}</summary>
        <form class="form" method="post" action={action}>
          {here}
          <input type="hidden" name="key" value={formKey} />
          <Field
            ui={ui}
            name="persons"
            label={team.walkInPersons}
            value={typed.persons}
            errors={errors}
            autocomplete="off"
            required
          />
          <p class="acts">
            <button class="b" type="submit" name="action" value="walk-in">
              {team.walkInDo}
            </button>
          </p>
        </form>
      </details>
    </div>
  );
}

/** The door of one date, on a phone and without a script: who is expected, who has come. */
export function TeamPage(props: TeamPageProps) {
  const { ui, thread, whole, date, lines, view, done, errors } = props;
  const { team, hosting } = ui.t;
  const { zone } = whole.workshop;
  const span = (each: VisibleDate): string => spanIn(ui.language, zone, each.startsAt, each.endsAt);
  const shown = lines.filter((line) => viewOf(line) === view);
  return (
    <Layout ui={ui} title={`${team.title} – ${thread.title}`} section="agenda" noindex>
      <Trail
        ui={ui}
        steps={[
          { href: threadAddress(thread), words: thread.title },
          { href: hostsAddress(thread), words: hosting.title },
        ]}
      />
      <div class="title">
        <h1>{team.title}</h1>
        <p class="lede">{span(date)}</p>
      </div>
      {done !== null && (
        <div class="toast ui good done">
          <p role="status">
            {done.arrived ? team.arrived(nameOf(ui, done), done.persons) : team.declined(nameOf(ui, done))}
          </p>
          <Act {...props} line={done} {...(done.arrived ? UNDO : ADMIT)(team)} />
        </div>
      )}
      {errors !== null && <ErrorSummary ui={ui} errors={errors} />}
      <div class="column stack">
        <section aria-label={team.atDoor}>
          <Numbers ui={ui} lines={lines} />
          <Door {...props} />
        </section>
        <section aria-labelledby="who">
          <h2 class="filet" id="who">
            {team.who}
          </h2>
          <nav class="views ui no-print" aria-label={team.show}>
            {TEAM_VIEWS.map((each) => (
              <>
                <a
                  href={teamAddress(thread, { date: date.id, show: each })}
                  aria-current={each === view ? 'true' : undefined}
                >
                  {team.views[each]} <b>{personsIn(lines, each)}</b>
                </a>{' '}
              </>
            ))}
          </nav>
          {shown.length === 0 && <p class="hint">{team.nobody}</p>}
          <ul class="plain door-list">
            {shown.map((line) => (
              <Line {...props} line={line} />
            ))}
          </ul>
          <p class="acts no-print">
            <a class="q" href={`${teamAddress(thread)}.csv?date=${date.id}`}>
              {team.csv}
            </a>
          </p>
          <p class="hint">{team.print}</p>
          <p class="hint">{team.erasing}</p>
        </section>
        <section class="no-print" aria-labelledby="words">
          <h2 class="filet" id="words">
            {team.wordsTitle}
          </h2>
          <WordsForm
            ui={ui}
            thread={thread}
            parts={whole.parts}
            formKey={props.formKey}
            typed={{ to: 'all', text: '' }}
            errors={null}
          />
        </section>
        {whole.dates.length > 1 && (
          <section class="no-print" aria-labelledby="others">
            <h2 class="filet" id="others">
              {team.otherDates}
            </h2>
            <ul class="lines">
              {whole.dates
                .filter(({ id }) => id !== date.id)
                .map((each) => (
                  <li>
                    <a href={teamAddress(thread, { date: each.id })}>{span(each)}</a>
                  </li>
                ))}
            </ul>
          </section>
        )}
        <details class="fold no-print">
          <summary class="q">{team.erase}</summary>
          <form class="form" method="post" action={teamAddress(thread)}>
            <p class="hint">{team.eraseHint}</p>
            <p class="acts">
              <button class="b no" type="submit" name="action" value="erase">
                {team.eraseDo}
              </button>
            </p>
          </form>
        </details>
      </div>
    </Layout>
  );
}
