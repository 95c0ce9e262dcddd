import { LETTER_BLANKS } from '../../src/notices/paper-letters/filled-letter.js';
import type { PaperLetter } from '../../src/notices/paper-letters/paper-letters.js';
import { ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import type { Ui } from '../kit/ui.js';

interface LetterEditProps {
  ui: Ui;
  code: string;
  typed: PaperLetter;
  errors: FormErrors | null;
}

/** The administrators' form for a letter, with the blanks that it may have. */
export function LetterEdit({ ui, code, typed, errors }: LetterEditProps) {
  const { paper } = ui.t;
  const shared = { ui, errors, prefix: 'edit' };
  const blanks = LETTER_BLANKS.map((blank) => `{${blank}}`).join(' ');
  return (
    <details class="fold no-print" open={errors !== null}>
      <summary class="q">{paper.edit}</summary>
      <form class="form slip" method="post" action={`/letters/${code}`}>
        <ErrorSummary ui={ui} errors={errors} />
        <Field {...shared} name="fr" label={paper.fields.fr} value={typed.fr} required />
        <Field {...shared} name="en" label={paper.fields.en} value={typed.en} required />
        <Field
          {...shared}
          name="body"
          label={paper.fields.body}
          hint={paper.editBlanks(blanks)}
          value={typed.body}
          rows={20}
          required
        />
        <p class="acts">
          <button class="b do" type="submit">
            {paper.save}
          </button>
        </p>
      </form>
    </details>
  );
}
