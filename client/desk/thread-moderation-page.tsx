import type { During } from '../../src/desk/during/durings.js';
import type { ModeratedThread, RecentThread } from '../../src/desk/moving/moderated-threads.js';
import type { ModeratedCategory } from '../../src/desk/moving/thread-categories.js';
import { categoryAddress, threadAddress } from '../kit/address.js';
import { Choice, ErrorSummary } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { TargetField } from '../kit/target-field.js';
import { titleOf } from '../kit/thread-row.js';
import type { Ui } from '../kit/ui.js';
import { DuringAct, ThreadAct, TieAct } from './thread-acts.js';

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
        <ThreadAct
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
        </ThreadAct>
        <ThreadAct
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
        </ThreadAct>
        {during !== null && <DuringAct ui={ui} during={during} action={`${here}/during`} />}
        {others.length > 0 && !thread.ofArticle && (
          <ThreadAct
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
          </ThreadAct>
        )}
        {!thread.ofArticle && (
          <ThreadAct id="merge" title={moving.merge} action={`${here}/merge`} says={[moving.mergeLede]}>
            <TargetField ui={ui} value={to} errors={errors} recent={recent} />
            <p class="acts">
              <button class="b" type="submit" name="action" value="look">
                {moving.look}
              </button>
            </p>
          </ThreadAct>
        )}
        <TieAct ui={ui} {...tie} action={`${here}/town`} />
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
