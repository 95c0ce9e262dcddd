import type { AdministeredCategory, AdministrationRow } from '../../src/administration/category-settings.js';
import { AdministrationNav } from './administration-nav.js';
import { AdministrationStory } from './administration-story.js';
import { Choice, ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import type { Ui } from '../kit/ui.js';

/** The fields of the form for a new category. */
export interface NewCategory {
  name: string;
  slug: string;
  description: string;
  audience: string;
}

export interface CategoriesPageProps {
  ui: Ui;
  /** In the order of the home page. */
  categories: AdministeredCategory[];
  log: AdministrationRow[];
  written: NewCategory;
  errors: FormErrors | null;
}

function Line({
  ui,
  category,
  first,
  last,
}: {
  ui: Ui;
  category: AdministeredCategory;
  first: boolean;
  last: boolean;
}) {
  const { administration, audiences, read } = ui.t;
  return (
    <li class="member" id={`category-${category.id}`}>
      <p class="member-name">
        <a href={`/categories/${category.id}`}>
          <b>{category.name}</b>
        </a>
      </p>
      <p class="ui meta">
        <span>{audiences[category.audience]}</span> <span>{administration.holds[category.hold]}</span>{' '}
        {category.agreement > 1 && <span>{administration.two}</span>} {category.closed && <span>{read.closed}</span>}{' '}
        <span>{administration.waiting(category.waiting)}</span>
      </p>
      <form class="role-form" method="post" action={`/categories/${category.id}/position`}>
        {!first && (
          <button class="q" type="submit" name="move" value="up">
            {administration.up}
            <span class="vh">{administration.moveWhat(category.name)}</span>
          </button>
        )}{' '}
        {!last && (
          <button class="q" type="submit" name="move" value="down">
            {administration.down}
            <span class="vh">{administration.moveWhat(category.name)}</span>
          </button>
        )}
      </form>
    </li>
  );
}

/** Administrators only. Fields of the form: name, slug, description, audience. */
export function CategoriesPage({ ui, categories, log, written, errors }: CategoriesPageProps) {
  const { administration } = ui.t;
  const audiences = (['everyone', 'members', 'staff'] as const).map((value) => ({
    value,
    words: ui.t.audiences[value],
  }));
  return (
    <Layout ui={ui} title={administration.categories} team noindex>
      <AdministrationNav ui={ui} />
      <div class="title">
        <h1>{administration.categories}</h1>
        <p class="lede">{administration.categoriesLede}</p>
      </div>
      <ol class="members">
        {categories.map((category, index) => (
          <Line ui={ui} category={category} first={index === 0} last={index === categories.length - 1} />
        ))}
      </ol>
      <div class="beside">
        <form class="form slip" method="post" action="/categories">
          <h2>{administration.newCategory}</h2>
          <ErrorSummary ui={ui} errors={errors} />
          <Field
            ui={ui}
            name="name"
            label={administration.settings.name}
            value={written.name}
            errors={errors}
            required
          />
          <Field
            ui={ui}
            name="slug"
            label={administration.slug}
            optional={ui.t.account.optional}
            hint={administration.slugHint}
            value={written.slug}
            errors={errors}
          />
          <Field
            ui={ui}
            name="description"
            label={administration.settings.description}
            optional={ui.t.account.optional}
            value={written.description}
            errors={errors}
          />
          <Choice
            ui={ui}
            name="audience"
            label={administration.settings.audience}
            value={written.audience}
            choices={audiences}
            errors={errors}
          />
          <p class="hint">{administration.newHint}</p>
          <p class="acts">
            <button class="b do" type="submit">
              {administration.create}
            </button>
          </p>
        </form>
        <AdministrationStory ui={ui} rows={log} />
      </div>
    </Layout>
  );
}
