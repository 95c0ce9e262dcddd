import { isolated } from '../kit/isolated.js';
import type { MovablePost, ModeratedThread, RecentThread } from '../../src/desk/moving/moderated-threads.js';
import type { ModeratedCategory } from '../../src/desk/moving/thread-categories.js';
import { threadAddress } from '../kit/address.js';
import { nameOf } from '../kit/author.js';
import { Choice, ErrorSummary, Field } from '../kit/field.js';
import { wordsOfError, type FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { TargetField } from '../kit/target-field.js';
import { titleOf } from '../kit/thread-row.js';
import type { Ui } from '../kit/ui.js';

/** What stands in the form. */
export interface MoveWritten {
  numbers: readonly number[];
  follow: boolean;
  where: 'thread' | 'new';
  to: string;
  title: string;
  category: string;
}

export interface MovePageProps {
  ui: Ui;
  thread: ModeratedThread;
  /** Those around the one that was chosen. */
  posts: MovablePost[];
  recent: RecentThread[];
  categories: ModeratedCategory[];
  written: MoveWritten;
  errors: FormErrors | null;
}

function Posts({ ui, posts, written, errors }: Pick<MovePageProps, 'ui' | 'posts' | 'written' | 'errors'>) {
  const { moving, read, problems } = ui.t;
  const error = wordsOfError(ui, errors, 'number');
  return (
    <fieldset aria-describedby={error === null ? undefined : 'number-why'}>
      <legend>{moving.which}</legend>
      {error !== null && (
        <p class="why" id="number-why">
          {problems.toCorrect(error)}
        </p>
      )}
      <div class="reasons">
        {posts.map(({ number, author, excerpt, gone, opens }) => (
          <label class="pick">
            <input
              type="checkbox"
              name="number"
              value={number}
              checked={written.numbers.includes(number)}
              disabled={opens}
            />{' '}
            <span>
              <b>{read.number(number)}</b> {gone ? read.gone : nameOf(ui, { name: author })}
              {excerpt !== '' && (
                <>
                  {' '}
                  <span class="opt">{isolated(excerpt)}</span>
                </>
              )}
            </span>
          </label>
        ))}
      </div>
      {posts.some(({ opens }) => opens) && <p class="hint">{moving.openingStays}</p>}
      <label class="pick">
        <input type="checkbox" name="follow" value="yes" checked={written.follow} /> <span>{moving.follow}</span>
      </label>
    </fieldset>
  );
}

/** Which posts go elsewhere, and where to. */
export function MovePage({ ui, thread, posts, recent, categories, written, errors }: MovePageProps) {
  const { moving, write, desk } = ui.t;
  const where = (value: MoveWritten['where'], words: string) => (
    <label class="pick">
      <input type="radio" name="where" value={value} checked={written.where === value} /> <span>{words}</span>
    </label>
  );
  return (
    <Layout ui={ui} title={moving.move} section="desk" desk noindex>
      <nav class="trail ui" aria-label={ui.t.site.trail}>
        <a href={threadAddress(thread)}>{titleOf(ui, thread)}</a>{' '}
        <a href={`/desk/thread/${thread.id}`}>{moving.team}</a>
      </nav>
      <div class="title">
        <h1>{moving.move}</h1>
        <p class="lede">{moving.moveLede}</p>
      </div>
      <div class="column stack">
        <form class="form slip team" method="post" action={`/desk/thread/${thread.id}/move`}>
          <ErrorSummary ui={ui} errors={errors} />
          <Posts ui={ui} posts={posts} written={written} errors={errors} />
          <fieldset>
            <legend>{moving.whereTo}</legend>
            {where('new', moving.toNew)}
            <Field ui={ui} name="title" label={desk.titleLabel} value={written.title} errors={errors} />
            <Choice
              ui={ui}
              name="category"
              label={moving.newCategory}
              value={written.category || thread.category.slug}
              errors={errors}
              choices={categories.map(({ slug, name }) => ({ value: slug, words: name }))}
            />
            {where('thread', moving.toThread)}
            <TargetField ui={ui} value={written.to} errors={errors} recent={recent} />
          </fieldset>
          <p class="acts">
            <button class="b do" type="submit" name="action" value="look">
              {moving.look}
            </button>{' '}
            <a class="q" href={threadAddress(thread)}>
              {write.cancel}
            </a>
          </p>
        </form>
      </div>
    </Layout>
  );
}
