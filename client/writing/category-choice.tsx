import type { VisibleCategory } from '../../src/threads/visible.js';
import type { Ui } from '../kit/ui.js';

export interface CategoryChoiceProps {
  ui: Ui;
  /** Where the choice is sent, by GET as `category`. */
  action: string;
  /** At least one. */
  categories: readonly VisibleCategory[];
  /** Goes along. */
  hidden?: Readonly<Record<string, string>>;
}

/** In which category something new is written: chosen before the form of that category is shown. */
export function CategoryChoice({ ui, action, categories, hidden = {} }: CategoryChoiceProps) {
  const { write } = ui.t;
  return (
    <form class="form slip" method="get" action={action}>
      <fieldset>
        <legend>{write.chooseCategory}</legend>
        {categories.map((category, index) => (
          <label class="pick">
            <input type="radio" name="category" value={category.slug} checked={index === 0} required />{' '}
            <span>
              <b>{category.name}</b>
              {category.description !== '' && (
                <>
                  <br />
                  {category.description}
                </>
              )}
            </span>
          </label>
        ))}
      </fieldset>
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <p class="acts">
        <button class="b do" type="submit">
          {write.goOn}
        </button>
      </p>
    </form>
  );
}
