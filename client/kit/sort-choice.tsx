import { Choice } from './field.js';
import type { FormErrors } from './form-errors.js';
import type { Ui } from './ui.js';

interface SortChoiceProps {
  ui: Ui;
  /** Null where nothing can be asked: then there is nothing to choose. */
  question: boolean | null;
  errors: FormErrors | null;
  prefix: string;
}

/** Whether a reply in the thread of a workshop asks something. */
export function SortChoice({ ui, question, errors, prefix }: SortChoiceProps) {
  const { asking } = ui.t;
  if (question === null) return null;
  return (
    <Choice
      ui={ui}
      name="sort"
      prefix={prefix}
      label={asking.sort}
      value={question ? 'question' : 'note'}
      errors={errors}
      choices={(['note', 'question'] as const).map((value) => ({ value, words: asking.sorts[value] }))}
    />
  );
}
