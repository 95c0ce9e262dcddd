import { wordsOfError, type FormErrors } from '../kit/form-errors.js';
import type { Ui } from '../kit/ui.js';

/** A category to which a moderator can be limited. */
export interface LimitingCategory {
  id: number;
  name: string;
}

interface CategoryLimitsProps {
  ui: Ui;
  categories: readonly LimitingCategory[];
  chosen: readonly number[];
  /** Where nothing ticked is no answer: whether « everywhere » is ticked, which is a choice of its own then. */
  everywhere?: boolean;
  errors?: FormErrors | null;
}

/** Chosen together with the role: where a moderator moderates. */
export function CategoryLimits({ ui, categories, chosen, everywhere, errors = null }: CategoryLimitsProps) {
  const { account, invitations, problems } = ui.t;
  if (categories.length === 0 && everywhere === undefined) return null;
  const error = wordsOfError(ui, errors, 'categories');
  return (
    <fieldset
      class={error === null ? 'limits' : 'limits field err'}
      aria-describedby={error === null ? undefined : 'limits-why'}
    >
      <legend>{everywhere === undefined ? account.limits : invitations.limits}</legend>
      {categories.map((category) => (
        <label class="pick">
          <input type="checkbox" name="categories" value={category.id} checked={chosen.includes(category.id)} />{' '}
          {category.name}
        </label>
      ))}
      {everywhere !== undefined && (
        <label class="pick">
          <input type="checkbox" name="everywhere" value="yes" checked={everywhere} /> {invitations.everywhere}
        </label>
      )}
      {error !== null && (
        <p class="why" id="limits-why">
          {problems.toCorrect(error)}
        </p>
      )}
    </fieldset>
  );
}
