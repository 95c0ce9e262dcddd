import type { VisibleCategory } from '../../src/threads/visible.js';
import { Choice, Field } from '../kit/field.js';
import { type FormErrors, wordsOfError } from '../kit/form-errors.js';
import { SeekButton } from '../kit/seek.js';
import { TownField } from '../kit/town-field.js';
import type { Ui } from '../kit/ui.js';
import type { TypedSearch } from '../kit/search-address.js';

export interface SearchFormProps {
  ui: Ui;
  typed: TypedSearch;
  errors: FormErrors | null;
  /** Those that the visitor may read. */
  categories: Pick<VisibleCategory, 'slug' | 'name'>[];
}

/** What can be typed into the box besides words. */
function Signs({ ui }: { ui: Ui }) {
  return (
    <details class="fold">
      <summary class="q">{ui.t.search.signs}</summary>
      <dl class="facts">
        {ui.t.search.signsList.map(([sign, words]) => (
          <>
            <dt>
              <code>{sign}</code>
            </dt>
            <dd>{words}</dd>
          </>
        ))}
      </dl>
      <p class="hint">{ui.t.search.alike}</p>
    </details>
  );
}

/** The box, and what makes the search finer; folded while nothing of it is used. */
export function SearchForm({ ui, typed, errors, categories }: SearchFormProps) {
  const { search } = ui.t;
  const why = wordsOfError(ui, errors, 'q');
  const fine = ['author', 'category', 'tag', 'town', 'kind', 'after', 'before', 'sort'] as const;
  const open = fine.some((field) => typed[field] !== '') || errors !== null;
  // A category that this visitor may not read is none: the form says back what was typed.
  const known = categories.some(({ slug }) => slug === typed.category) || typed.category === '';
  const all = known ? categories : [...categories, { slug: typed.category, name: typed.category }];
  const shared = { ui, errors, prefix: 's' };
  return (
    <form class="form finding" role="search" aria-label={search.here} method="get" action="/search">
      <div class={why === null ? 'seek big' : 'seek big err'}>
        <label class="vh" for="s-q">
          {search.field}
        </label>
        <input
          id="s-q"
          type="search"
          name="q"
          value={typed.q}
          aria-describedby={why === null ? undefined : 's-q-why'}
          aria-invalid={why === null ? undefined : 'true'}
        />
        <SeekButton ui={ui} wide />
      </div>
      {why !== null && (
        <p class="why" id="s-q-why">
          {ui.t.problems.toCorrect(why)}
        </p>
      )}
      <details class="fold" open={open}>
        <summary class="q">{search.finer}</summary>
        <div class="two">
          <Field {...shared} name="author" label={search.author} value={typed.author} autocomplete="off" />
          <Choice
            {...shared}
            name="category"
            label={search.category}
            value={typed.category}
            choices={[
              { value: '', words: search.all },
              ...all.map(({ slug, name }) => ({ value: slug, words: name })),
            ]}
          />
          <Field {...shared} name="tag" label={search.tag} value={typed.tag} autocomplete="off" />
          <TownField {...shared} value={typed.town} choice={errors?.towns ?? []} />
          <Field {...shared} name="after" label={search.after} value={typed.after} type="date" />
          <Field {...shared} name="before" label={search.before} value={typed.before} type="date" />
          <Choice
            {...shared}
            name="kind"
            label={search.kind}
            value={typed.kind}
            choices={[
              { value: '', words: search.all },
              ...Object.entries(search.kinds).map(([value, words]) => ({ value, words })),
            ]}
          />
          <Choice
            {...shared}
            name="sort"
            label={search.sort}
            value={typed.sort}
            choices={[
              { value: '', words: search.byRelevance },
              { value: 'date', words: search.byDate },
            ]}
          />
        </div>
        <p class="acts">
          <button class="b" type="submit">
            {search.title}
          </button>{' '}
          <a class="q" href="/search">
            {search.clear}
          </a>
        </p>
      </details>
      <Signs ui={ui} />
    </form>
  );
}
