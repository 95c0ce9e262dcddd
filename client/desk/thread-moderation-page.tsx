import type { ComponentChildren } from 'preact';
import type { During } from '../../src/desk/during/durings.js';
import type { ModeratedThread, RecentThread } from '../../src/desk/moving/moderated-threads.js';
import type { ModeratedCategory } from '../../src/desk/moving/thread-categories.js';
import { categoryAddress, threadAddress } from '../kit/address.js';
import { Choice, ErrorSummary } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { TargetField } from '../kit/target-field.js';
import { TownField } from '../kit/town-field.js';
import { titleOf } from '../kit/thread-row.js';
import type { Ui } from '../kit/ui.js';

export interface ThreadModerationPageProps {
  ui: Ui;
  thread: ModeratedThread;
  /** Where it may go. */
  categories: ModeratedCategory[];
  /** Offered for a merge. */
  recent: RecentThread[];
  /** What was typed for a merge. */
  to: string;
  /** The town that it is tied to, or that was typed: as its field takes it. */
  town: string;
  tied: boolean;
  /** Of a workshop with a date that runs or comes. */
  during: During | null;
  errors: FormErrors | null;
}

interface ActProps {
  id: string;
  title: string;
  /** What will happen. */
  says: string[];
  action: string;
  children: ComponentChildren;
}

/** One act on the thread: what it will do, and its button. */
function Act({ id, title, says, action, children }: ActProps) {
  return (
    <form class="form slip team" method="post" action={action} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {says.map((each) => (
        <p>{each}</p>
      ))}
      {children}
    </form>
  );
}

type TieProps = Pick<ThreadModerationPageProps, 'ui' | 'town' | 'tied' | 'errors'>;

/** The town on whose page it stands. An empty field unties it. */
function Tie({ ui, town, tied, errors, action }: TieProps & { action: string }) {
  const { moving } = ui.t;
  return (
    <Act id="town" title={moving.town} action={action} says={[moving.townSays]}>
      <TownField ui={ui} prefix="tie" value={town} errors={errors} choice={errors?.towns ?? []} />
      <p class="acts">
        <button class="b" type="submit">
          {moving.tie}
        </button>{' '}
        {tied && (
          <button class="q" type="submit" form="untie">
            {moving.untie}
          </button>
        )}
      </p>
    </Act>
  );
}

/** Whether known members are held while the workshop runs. */
function WhileItRuns({ ui, during: { from, until, said }, action }: { ui: Ui; during: During; action: string }) {
  const { moving } = ui.t;
  const [start, end] = [ui.dates.absolute(from), ui.dates.absolute(until)];
  return (
    <Act
      id="during"
      title={said ? moving.notDuring : moving.during}
      action={action}
      says={[said ? moving.notDuringSays(start, end) : moving.duringSays(start, end)]}
    >
      <p class="acts">
        <button class="b do" type="submit" name="members" value={said ? 'no' : 'yes'}>
          {said ? moving.notDuring : moving.during}
        </button>
      </p>
    </Act>
  );
}

/** Everything that moderators do with a whole thread. */
export function ThreadModerationPage({
  ui,
  thread,
  categories,
  recent,
  to,
  during,
  ...tie
}: ThreadModerationPageProps) {
  const { moving } = ui.t;
  const { errors } = tie;
  const here = `/desk/thread/${thread.id}`;
  const title = titleOf(ui, thread);
  const others = categories.filter(({ id }) => id !== thread.category.id);
  return (
    <Layout ui={ui} title={moving.team} section="desk" desk noindex>
      <nav class="trail ui" aria-label={ui.t.site.trail}>
        <a href={categoryAddress(thread.category)}>{thread.category.name}</a>{' '}
        <a href={threadAddress(thread)}>{title}</a>
      </nav>
      <div class="title">
        <h1>{moving.team}</h1>
        <p class="lede">{moving.teamLede}</p>
      </div>
      <div class="column stack">
        <ErrorSummary ui={ui} errors={errors} />
        <Act
          id="lock"
          title={thread.locked ? moving.unlock : moving.lock}
          action={`${here}/lock`}
          says={[
            thread.locked ? moving.unlockSays : moving.lockSays,
            ...(thread.waiting > 0 && !thread.locked ? [moving.lockWaiting(thread.waiting)] : []),
          ]}
        >
          <p class="acts">
            <button class="b do" type="submit" name="locked" value={thread.locked ? 'no' : 'yes'}>
              {thread.locked ? moving.unlock : moving.lock}
            </button>
          </p>
        </Act>
        <Act
          id="pin"
          title={thread.pinned ? moving.unpin : moving.pin}
          action={`${here}/pin`}
          says={[thread.pinned ? moving.unpinSays(thread.category.name) : moving.pinSays(thread.category.name)]}
        >
          <p class="acts">
            <button class="b do" type="submit" name="pinned" value={thread.pinned ? 'no' : 'yes'}>
              {thread.pinned ? moving.unpin : moving.pin}
            </button>
          </p>
        </Act>
        {during !== null && <WhileItRuns ui={ui} during={during} action={`${here}/during`} />}
        {others.length > 0 && !thread.ofArticle && (
          <Act
            id="category"
            title={moving.category}
            action={`${here}/category`}
            says={[moving.categoryLede(thread.category.name)]}
          >
            <input type="hidden" name="from" value={thread.category.slug} />
            <Choice
              ui={ui}
              name="category"
              label={moving.categoryTo}
              value=""
              errors={errors}
              choices={others.map(({ slug, name }) => ({ value: slug, words: name }))}
            />
            <p class="acts">
              <button class="b" type="submit" name="action" value="look">
                {moving.look}
              </button>
            </p>
          </Act>
        )}
        {!thread.ofArticle && (
          <Act id="merge" title={moving.merge} action={`${here}/merge`} says={[moving.mergeLede]}>
            <TargetField ui={ui} value={to} errors={errors} recent={recent} />
            <p class="acts">
              <button class="b" type="submit" name="action" value="look">
                {moving.look}
              </button>
            </p>
          </Act>
        )}
        <Tie ui={ui} {...tie} action={`${here}/town`} />
        <section class="slip team" aria-labelledby="move">
          <h2 id="move">{moving.move}</h2>
          <p>{moving.moveFromPosts}</p>
          <p class="acts">
            <a class="b" href={`${here}/move`}>
              {moving.choosePosts}
            </a>
          </p>
        </section>
        {tie.tied && <form id="untie" method="post" action={`${here}/town`} />}
        <p class="acts">
          <a class="b" href={threadAddress(thread)}>
            {ui.t.write.backToThread}
          </a>
        </p>
      </div>
    </Layout>
  );
}
