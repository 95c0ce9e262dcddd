import type { HeldFile } from '../../src/submissions/documents/held-file.js';
import { type FormErrors, wordsOfError } from '../kit/form-errors.js';
import type { Ui } from '../kit/ui.js';
import { ComingFile } from './coming-file.js';
import { FileSlip } from './file-slip.js';
import { NotTaken } from './not-taken.js';

export interface FilesFieldsProps {
  ui: Ui;
  documents: readonly HeldFile[];
  errors: FormErrors | null;
  prefix: string;
  /** Below which address the files of what waits are given; left out where the text stands already. */
  base?: string;
  /** Whether more may be added. */
  attaches: boolean;
}

/**
 * The files of a form: a slip for each that has come, and the field for more. The empty `upload` says that the form
 * has such fields, so that a text whose last file was removed has none.
 */
export function FilesFields({ ui, documents: held, errors, prefix, base, attaches }: FilesFieldsProps) {
  const { documents } = ui.t;
  const wrong = wordsOfError(ui, errors, 'file');
  const id = `${prefix}-file`;
  return (
    <fieldset class="near files">
      <legend>{documents.files}</legend>
      <input type="hidden" name="upload" value="" />
      <ol class="docs" data-slips={prefix} hidden={held.length === 0}>
        {held.map((each, at) => (
          <FileSlip ui={ui} held={each} at={at} errors={errors} prefix={prefix} base={base} />
        ))}
      </ol>
      <p class="acts" data-join hidden={held.filter(isPicture).length < 2}>
        <button class="b" type="submit" name="arrange" value="join" formNoValidate>
          {documents.join}
        </button>
      </p>
      {(errors?.files ?? []).length > 0 && (
        <ul class="docs" data-refused-files>
          {errors?.files?.map(({ name, why }) => (
            <NotTaken ui={ui} name={name} words={ui.t.problems.fields[why]?.({}) ?? ''} />
          ))}
        </ul>
      )}
      {attaches && <ComingFile ui={ui} />}
      {attaches && (
        <div class={wrong === null ? 'field' : 'field err'}>
          <label for={id}>{documents.add}</label>
          <input
            id={id}
            type="file"
            name="file"
            multiple
            accept={ACCEPTED}
            aria-describedby={wrong === null ? `${id}-hint` : `${id}-hint ${id}-why`}
            aria-invalid={wrong === null ? undefined : 'true'}
          />
          {wrong !== null && (
            <p class="why" id={`${id}-why`}>
              {ui.t.problems.toCorrect(wrong)}
            </p>
          )}
          <p class="hint" id={`${id}-hint`}>
            {documents.addHint(ui.fileMegabytes)}
          </p>
        </div>
      )}
    </fieldset>
  );
}

function isPicture({ file, upload }: HeldFile): boolean {
  return file?.kind === 'picture' && file.id !== upload;
}

/** Phones make a JPEG of their HEIC where they read this. */
const ACCEPTED = '.pdf,.docx,.odt,.xlsx,.ods,.csv,.tsv,.txt,.md,image/jpeg,image/png,image/webp,image/gif,image/avif';
