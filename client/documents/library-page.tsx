import { FILE_KINDS, NATURES, ORIGINS } from '../../src/documents/visible-document.js';
import type { FoundDocuments } from '../../src/documents/library.js';
import type { LibraryFilter } from '../../src/documents/library-part.js';
import { LibraryRow } from '../kit/documents/library-row.js';
import { Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { Sifting } from '../kit/sifting.js';
import { TownField } from '../kit/town-field.js';
import { Tree } from '../kit/tree.js';
import type { Ui } from '../kit/ui.js';
import { libraryAddress } from './library-address.js';

export interface LibraryPageProps {
  ui: Ui;
  filter: LibraryFilter;
  found: FoundDocuments;
  /** The name of the department that is filtered by; null for none. */
  department: string | null;
  categories: readonly { slug: string; name: string }[];
  /** Where the town that was typed is not clear. */
  errors: FormErrors | null;
}

type Chosen = 'kind' | 'nature' | 'origin' | 'category' | 'theme' | 'department';

/** What filters behind the fold. */
const FOLDED = ['department', 'theme', 'origin', 'kind', 'category'] as const;
/** What is typed, behind the other one. */
const TYPED = ['town', 'from', 'since', 'until'] as const;

function Choices({
  ui,
  filter,
  field,
  label,
  choices,
}: {
  ui: Ui;
  filter: LibraryFilter;
  field: Chosen;
  label: string;
  choices: readonly { value: string; words: string }[];
}) {
  const here = (current: boolean) => (current ? ('true' as const) : undefined);
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <a href={libraryAddress({ ...filter, [field]: undefined })} aria-current={here(filter[field] === undefined)}>
          {ui.t.documents.all}
        </a>{' '}
        {choices.map(({ value, words }) => (
          <>
            <a href={libraryAddress({ ...filter, [field]: value })} aria-current={here(filter[field] === value)}>
              {words}
            </a>{' '}
          </>
        ))}
      </dd>
    </div>
  );
}

/** All documents of the forum that this audience may read. */
export function LibraryPage({ ui, filter, found, department, categories, errors }: LibraryPageProps) {
  const words = ui.t.documents;
  const shared = { ui, filter };
  const { q, town, from, since, until, ...others } = filter;
  return (
    <Layout ui={ui} title={words.library} section="documents" noindex={Object.keys(filter).length > 0}>
      <div class="title">
        <h1>{words.library}</h1>
        <p class="lede">{words.libraryLede}</p>
      </div>
      <form class="form" role="search" action="/documents" aria-label={words.search}>
        {Object.entries(others).map(
          ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
        )}
        <div class="seek big">
          <label class="vh" for="documents-q">
            {words.searchIn}
          </label>
          <input id="documents-q" type="search" name="q" value={q ?? ''} maxLength={200} />{' '}
          <button class="b do" type="submit">
            {words.search}
          </button>
        </div>
        <details class="fold" open={TYPED.some((field) => filter[field] !== undefined)}>
          <summary class="q">{words.more}</summary>
          <div class="two">
            <TownField ui={ui} value={town ?? ''} errors={errors} choice={errors?.towns ?? []} />
            <Field ui={ui} name="from" label={words.from} value={from ?? ''} />
            <Field ui={ui} name="since" label={words.sinceDay} type="date" value={since ?? ''} />
            <Field ui={ui} name="until" label={words.untilDay} type="date" value={until ?? ''} />
          </div>
        </details>
      </form>
      <dl class="sift ui" aria-label={words.filter}>
        <Choices
          {...shared}
          field="nature"
          label={words.nature}
          choices={NATURES.map((value) => ({ value, words: words.natures[value] }))}
        />
      </dl>
      <Sifting words={words.whence} open={FOLDED.some((field) => filter[field] !== undefined)}>
        <dl class="sift ui" aria-label={words.whence}>
          {filter.department !== undefined && (
            <Choices
              {...shared}
              field="department"
              label={ui.t.towns.department}
              choices={[{ value: filter.department, words: department ?? filter.department }]}
            />
          )}
          <Choices
            {...shared}
            field="theme"
            label={words.theme}
            choices={ui.themes.map(({ code, name }) => ({ value: code, words: name }))}
          />
          <Choices
            {...shared}
            field="origin"
            label={words.origin}
            choices={ORIGINS.map((value) => ({ value, words: words.origins[value] }))}
          />
          <Choices
            {...shared}
            field="kind"
            label={words.format}
            choices={FILE_KINDS.map((value) => ({ value, words: words.kinds[value] }))}
          />
          {categories.length > 1 && (
            <Choices
              {...shared}
              field="category"
              label={words.category}
              choices={categories.map(({ slug, name }) => ({ value: slug, words: name }))}
            />
          )}
        </dl>
      </Sifting>
      {found.rows.length === 0 ? (
        <div class="empty">
          <Tree />
          <p>{found.smallOnly ? words.smallOnly : errors === null ? words.none : words.whichTown}</p>
        </div>
      ) : (
        <ul class="docs wall library">
          {found.rows.map((row) => (
            <LibraryRow ui={ui} found={row} />
          ))}
        </ul>
      )}
      {found.among !== null && <p class="hint">{words.among(found.among)}</p>}
      {found.next !== null && (
        <nav class="pages ui" aria-label={words.turning}>
          <a href={libraryAddress(filter, found.next)} rel="next">
            {words.older}
          </a>
        </nav>
      )}
      <p class="hint">
        {words.libraryHint} <a href="/documents.xml">{words.feed}</a>
      </p>
    </Layout>
  );
}
