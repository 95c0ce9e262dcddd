import type { TeamLine } from '../../src/registrations/team.js';
import type { VisibleThread } from '../../src/threads/visible.js';
import type { VisibleDate } from '../../src/workshops/visible-workshop.js';
import type { WholeWorkshop } from '../../src/workshops/workshops.js';
import { hostsAddress, teamAddress, threadAddress } from '../kit/address.js';
import { ErrorSummary } from '../kit/field.js';
import { spanIn } from '../kit/facts/local-dates.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { Trail } from '../kit/trail.js';
import type { Ui } from '../kit/ui.js';
import { TeamDoor } from './team-door.js';
import { nameOf, TeamAct, TeamItem } from './team-item.js';
import { TeamCount, TeamNumbers } from './team-numbers.js';
import { TEAM_VIEWS, type TeamView, viewOf } from './team-views.js';
import { WordsForm } from './words-form.js';

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

const UNDO = ({ undo: words }: Ui['t']['team']) => ({ action: 'undo', words });
const ADMIT = ({ admit: words }: Ui['t']['team']) => ({ action: 'admit', words });

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
          <TeamAct {...props} line={done} {...(done.arrived ? UNDO : ADMIT)(team)} />
        </div>
      )}
      {errors !== null && <ErrorSummary ui={ui} errors={errors} />}
      <div class="column stack">
        <section aria-label={team.atDoor}>
          <TeamNumbers ui={ui} lines={lines} />
          <TeamDoor {...props} />
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
                  {team.views[each]} <TeamCount ui={ui} lines={lines} view={each} />
                </a>{' '}
              </>
            ))}
          </nav>
          {shown.length === 0 && <p class="hint">{team.nobody}</p>}
          <ul class="plain door-list">
            {shown.map((line) => (
              <TeamItem {...props} line={line} />
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
