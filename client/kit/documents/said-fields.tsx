import { type FileKind, NATURES, ORIGINS } from '../../../src/documents/visible-document.js';
import type { TypedDocument } from '../../../src/submissions/documents/typed-document.js';
import { Choice, Field } from '../field.js';
import type { FormErrors } from '../form-errors.js';
import type { Ui } from '../ui.js';

interface SaidFieldsProps {
  ui: Ui;
  kind: FileKind | null;
  said: Omit<TypedDocument, 'upload'>;
  errors: FormErrors | null;
  prefix: string;
  /** How its fields are called; several files of one form have others. */
  names?: Readonly<Record<keyof Omit<TypedDocument, 'upload'>, string>>;
}

const PLAIN = { title: 'title', text: 'text', origin: 'origin', from: 'from', nature: 'nature', dated: 'dated' };

/** What is said of one file: its title, what it shows, where it comes from and when. */
export function SaidFields({ ui, kind, said, errors, prefix, names = PLAIN }: SaidFieldsProps) {
  const { documents } = ui.t;
  const shared = { ui, errors, prefix };
  return (
    <>
      <Field {...shared} name={names.title} label={documents.title} optional={documents.optional} value={said.title} />
      <Field
        {...shared}
        name={names.text}
        label={documents.text}
        optional={documents.optional}
        value={said.text}
        rows={2}
      />
      <div class="two">
        <Choice
          {...shared}
          name={names.nature}
          label={documents.nature}
          value={said.nature || (kind === 'picture' ? 'photo' : 'other')}
          choices={NATURES.map((value) => ({ value, words: documents.natures[value] }))}
        />
        <Choice
          {...shared}
          name={names.origin}
          label={documents.origin}
          value={said.origin || 'other'}
          choices={ORIGINS.map((value) => ({ value, words: documents.origins[value] }))}
        />
        <Field {...shared} name={names.from} label={documents.from} optional={documents.optional} value={said.from} />
        <Field
          {...shared}
          name={names.dated}
          label={documents.dated}
          optional={documents.optional}
          type="date"
          value={said.dated}
        />
      </div>
    </>
  );
}
