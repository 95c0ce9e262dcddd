import type { HeldFile } from '../../src/submissions/documents/held-file.js';
import { measures, Removed } from '../kit/documents/file-facts.js';
import { SaidFields } from '../kit/documents/said-fields.js';
import { type FormErrors, wordsOfError } from '../kit/form-errors.js';
import type { Ui } from '../kit/ui.js';
import { Called } from './called.js';
import { CoverUpload } from './cover-upload.js';
import { SlipPicture } from './slip-picture.js';

interface FileSlipProps {
  ui: Ui;
  held: HeldFile;
  at: number;
  errors: FormErrors | null;
  prefix: string;
  /** Below which address the files of what waits are given; left out where it stands already. */
  base?: string | undefined;
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

/** What became of it: a script asks for this part again while the file is being checked. */
function Became({ ui, held, at, wrong }: { ui: Ui; held: HeldFile; at: number; wrong: string | null }) {
  const { documents } = ui.t;
  const { file } = held;
  const isUnchecked = file?.state === 'unchecked';
  return (
    <div data-became={!isUnchecked ? '' : file.unscanned ? 'unscanned' : 'unchecked'}>
      <p class="meta">
        <b data-nth>{documents.slip(at + 1)}</b> <span>{file === null ? documents.gone : measures(ui, file)}</span>{' '}
        {isUnchecked && <span>{file.unscanned ? documents.unscanned : documents.checking}</span>}
      </p>
      {isUnchecked && (
        <p class="acts">
          <button class="q" type="submit" name="arrange" value="look" formNoValidate>
            {documents.lookAgain}
            <Called ui={ui} held={held} at={at} />
          </button>
        </p>
      )}
      {wrong !== null && <p class="why">{ui.t.problems.toCorrect(wrong)}</p>}
      {file !== null && <Removed ui={ui} removed={file.removed} />}
      {file?.kind === 'picture' && file.state === 'clean' && file.id !== held.upload && (
        <label class="pick">
          <input type="checkbox" name="together" value={held.upload} /> {documents.together}
        </label>
      )}
    </div>
  );
}

/** Several files of one form: each field comes once for each. */
const NAMES = {
  title: 'uploadTitle',
  text: 'uploadText',
  origin: 'uploadOrigin',
  from: 'uploadFrom',
  nature: 'uploadNature',
  dated: 'uploadDated',
};

/** What is said of one file of a form, and that it may go. */
export function FileSlip({ ui, held, at, errors, prefix, base }: FileSlipProps) {
  const { documents } = ui.t;
  const { file, upload } = held;
  const own = errorsOf(errors, at);
  const called = <Called ui={ui} held={held} at={at} />;
  return (
    <li class="piece by-us" data-upload>
      <SlipPicture held={held} base={base} />
      <div class="form">
        <input type="hidden" name="upload" value={upload} />
        <Became ui={ui} held={held} at={at} wrong={wordsOfError(ui, own, 'upload')} />
        <SaidFields
          ui={ui}
          kind={file?.kind ?? null}
          said={held}
          errors={own}
          prefix={`${prefix}-${at}`}
          names={NAMES}
        />
        <p class="acts">
          <button class="q" type="submit" name="arrange" value={`up ${upload}`} formNoValidate>
            {documents.up}
            {called}
          </button>{' '}
          <button class="q" type="submit" name="arrange" value={`down ${upload}`} formNoValidate>
            {documents.down}
            {called}
          </button>{' '}
          <button class="q" type="submit" name="remove" value={upload} formNoValidate>
            {documents.remove}
            {called}
          </button>{' '}
          <span data-cover>
            <CoverUpload ui={ui} held={held} at={at} />
          </span>
        </p>
      </div>
    </li>
  );
}
