import type { TypedArticle } from '../../src/administration/host-sites/article-administration.js';
import type { Ui } from '../kit/ui.js';
import { Choice, ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';

interface AddProps<Typed> {
  ui: Ui;
  action: string;
  written: Typed;
  errors: FormErrors | null;
}

/** One article by hand. */
export function AddArticle({ ui, action, written, errors }: AddProps<TypedArticle>) {
  const { hostSites } = ui.t;
  const shared = { ui, errors, prefix: 'article' };
  return (
    <form class="form slip" method="post" action={action}>
      <h2>{hostSites.addOne}</h2>
      <ErrorSummary ui={ui} errors={errors} />
      <Field
        {...shared}
        name="identifier"
        label={hostSites.identifier}
        hint={hostSites.identifierHint}
        value={written.identifier}
        required
      />
      <Field {...shared} name="title" label={hostSites.title} value={written.title} required />
      <Field {...shared} name="url" label={hostSites.url} value={written.url} required />
      <Field
        {...shared}
        name="dated"
        label={hostSites.dated}
        optional={ui.t.account.optional}
        hint={hostSites.datedHint}
        type="date"
        value={written.dated}
      />
      <p class="acts">
        <button class="b do" type="submit">
          {hostSites.add}
        </button>
      </p>
    </form>
  );
}

/** All of a feed that was pasted. */
export function AddFeed({ ui, action, written, errors }: AddProps<{ xml: string; naming: string }>) {
  const { hostSites } = ui.t;
  const shared = { ui, errors, prefix: 'feed' };
  return (
    <form class="form slip" method="post" action={action}>
      <h2>{hostSites.feed}</h2>
      <ErrorSummary ui={ui} errors={errors} />
      <Field
        {...shared}
        name="xml"
        label={hostSites.feedText}
        hint={hostSites.feedHint}
        value={written.xml}
        rows={5}
        required
      />
      <Choice
        {...shared}
        name="naming"
        label={hostSites.naming}
        value={written.naming}
        choices={Object.entries(hostSites.namings).map(([value, words]) => ({ value, words }))}
      />
      <p class="acts">
        <button class="b do" type="submit">
          {hostSites.addAll}
        </button>
      </p>
    </form>
  );
}
