import { NATURES, ORIGINS } from '../../src/documents/visible-document.js';
import type { HeldFile } from '../../src/submissions/documents/held-file.js';
import { measures, Removed, titleOfDocument } from '../kit/documents/file-facts.js';
import { Choice, Field } from '../kit/field.js';
import { CoverUpload } from './cover-upload.js';
import { type FormErrors, wordsOfError } from '../kit/form-errors.js';
import type { Ui } from '../kit/ui.js';

export interface FilesFieldsProps {
  ui: Ui;
  documents: readonly HeldFile[];
  errors: FormErrors | null;
  prefix: string;
  /** Whether more may be added. */
  attaches: boolean;
}

/** The errors of one of several fields of a name, under that name. */
function errorsOf(errors: FormErrors | null, at: number): FormErrors | null {
  if (errors === null) return null;
  const ending = `.${at}`;
  const fields = Object.entries(errors.fields)
    .filter(([field]) => field.endsWith(ending))
    .map(([field, code]) => [field.slice(0, -ending.length), code]);
  return { fields: Object.fromEntries(fields) as Record<string, string> };
}

/** What is said of one file, and that it may go. */
function Slip({
  ui,
  held,
  at,
  errors,
  prefix,
}: { ui: Ui; held: HeldFile; at: number; prefix: string } & Pick<FilesFieldsProps, 'errors'>) {
  const { documents } = ui.t;
  const { file, upload } = held;
  const own = errorsOf(errors, at);
  const wrong = wordsOfError(ui, own, 'upload');
  const shared = { ui, errors: own, prefix: `${prefix}-${at}` };
  return (
    <li class="piece by-us" data-upload>
      <div class="form">
        <input type="hidden" name="upload" value={upload} />
        <p class="meta">
          <b>{documents.slip(at + 1)}</b> <span>{file === null ? documents.gone : measures(ui, file)}</span>{' '}
          {file?.state === 'unchecked' && <span>{file.unscanned ? documents.unscanned : documents.checking}</span>}
        </p>
        {wrong !== null && <p class="why">{ui.t.problems.toCorrect(wrong)}</p>}
        {file !== null && <Removed ui={ui} removed={file.removed} />}
        <Field
          {...shared}
          name="uploadTitle"
          label={documents.title}
          optional={documents.optional}
          value={held.title}
        />
        <Field
          {...shared}
          name="uploadText"
          label={documents.text}
          optional={documents.optional}
          value={held.text}
          rows={2}
        />
        <div class="two">
          <Choice
            {...shared}
            name="uploadNature"
            label={documents.nature}
            value={held.nature || (file?.kind === 'picture' ? 'photo' : 'other')}
            choices={NATURES.map((value) => ({ value, words: documents.natures[value] }))}
          />
          <Choice
            {...shared}
            name="uploadOrigin"
            label={documents.origin}
            value={held.origin || 'other'}
            choices={ORIGINS.map((value) => ({ value, words: documents.origins[value] }))}
          />
          <Field
            {...shared}
            name="uploadFrom"
            label={documents.from}
            optional={documents.optional}
            value={held.from}
          />
          <Field
            {...shared}
            name="uploadDated"
            label={documents.dated}
            optional={documents.optional}
            type="date"
            value={held.dated}
          />
        </div>
        <p class="acts">
          <button class="q" type="submit" name="remove" value={upload} formNoValidate>
            {documents.remove}
            <span class="vh"> {titleOfDocument(ui, { title: held.title, kind: file?.kind ?? null })}</span>
          </button>{' '}
          <CoverUpload ui={ui} held={held} />
        </p>
      </div>
    </li>
  );
}

/**
 * The files of a form: a slip for each that has come, and the field for more. The empty `upload` says that the form
 * has such fields, so that a text whose last file was removed has none.
 */
export function FilesFields({ ui, documents: held, errors, prefix, attaches }: FilesFieldsProps) {
  const { documents } = ui.t;
  const wrong = wordsOfError(ui, errors, 'file');
  const id = `${prefix}-file`;
  return (
    <fieldset class="near files">
      <legend>{documents.files}</legend>
      <input type="hidden" name="upload" value="" />
      {held.length > 0 && (
        <ol class="docs">
          {held.map((each, at) => (
            <Slip ui={ui} held={each} at={at} errors={errors} prefix={prefix} />
          ))}
        </ol>
      )}
      {(errors?.files ?? []).length > 0 && (
        <ul class="docs" data-refused-files>
          {errors?.files?.map(({ name, why }) => (
            <li class="piece by-us">
              <div>
                <p class="meta">
                  <b>{documents.notTaken}</b> <span>{name}</span>
                </p>
                <p>{ui.t.problems.fields[why]?.({})}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
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

/** Phones make a JPEG of their HEIC where they read this. */
const ACCEPTED = '.pdf,.docx,.odt,.xlsx,.ods,.csv,.tsv,.txt,.md,image/jpeg,image/png,image/webp,image/gif,image/avif';
