import type { ComponentChildren, ComponentProps } from 'preact';
import type { Ui } from './ui.js';
import { wordsOfError, wordsOfProblem, type FormErrors } from './form-errors.js';

type LineType = 'text' | 'email' | 'date' | 'password';

interface FieldProps {
  ui: Ui;
  name: string;
  label: string;
  value?: string;
  errors?: FormErrors | null;
  /** In grey after the label: « (facultatif) ». */
  optional?: string;
  hint?: ComponentChildren;
  /** Makes ids unique where a page has several forms. */
  prefix?: string;
  type?: LineType;
  autocomplete?: string;
  required?: boolean;
  readonly?: boolean;
  /** One line of words that may be too long for a narrow screen: the field grows instead of hiding them. */
  long?: boolean;
  /** Lines of a textarea; without it the field is one line. */
  rows?: number;
}

type LineProps = Pick<
  ComponentProps<'input'>,
  'id' | 'name' | 'required' | 'readOnly' | 'autocomplete' | 'aria-describedby' | 'aria-invalid'
>;

function Line({ type, value, ...shared }: LineProps & { type: LineType; value: string }) {
  if (type === 'password') return <input {...shared} type="password" />;
  if (type === 'date') return <input {...shared} type="date" value={value} />;
  return type === 'email' ? (
    <input {...shared} type="email" value={value} />
  ) : (
    <input {...shared} type="text" value={value} />
  );
}

/** A label, its field, its help and its error, tied together for screen readers. */
export function Field(props: FieldProps) {
  const { ui, name, label, value = '', errors = null, optional, hint, prefix = 'f', rows } = props;
  const id = `${prefix}-${name}`;
  const error = wordsOfError(ui, errors, name);
  const described = [hint === undefined ? '' : `${id}-hint`, error === null ? '' : `${id}-why`]
    .filter(Boolean)
    .join(' ');
  const shared = {
    id,
    name,
    required: props.required,
    readOnly: props.readonly,
    autocomplete: props.autocomplete,
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': error === null ? undefined : ('true' as const),
  };
  return (
    <div class={[error === null ? 'field' : 'field err', props.long === true && 'long'].filter(Boolean).join(' ')}>
      <label for={id}>
        {label}
        {optional !== undefined && (
          <>
            {' '}
            <span class="opt">{optional}</span>
          </>
        )}
      </label>
      {props.long === true ? (
        <textarea {...shared} rows={1}>{`\n${value}`}</textarea>
      ) : rows === undefined ? (
        <Line {...shared} type={props.type ?? 'text'} value={value} />
      ) : (
        <textarea {...shared} rows={rows}>{`\n${value}`}</textarea>
      )}
      {error !== null && (
        <p class="why" id={`${id}-why`}>
          {ui.t.problems.toCorrect(error)}
        </p>
      )}
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps {
  ui: Ui;
  name: string;
  label: string;
  value: string;
  choices: { value: string; words: string }[];
  errors?: FormErrors | null;
  prefix?: string;
  hidden?: boolean;
}

/** One of a short list. */
export function Choice({ ui, name, label, value, choices, errors = null, prefix = 'f', hidden = false }: ChoiceProps) {
  const id = `${prefix}-${name}`;
  const error = wordsOfError(ui, errors, name);
  return (
    <div class={error === null ? 'field' : 'field err'}>
      <label for={id} class={hidden ? 'vh' : undefined}>
        {label}
      </label>
      <select
        id={id}
        name={name}
        aria-describedby={error === null ? undefined : `${id}-why`}
        aria-invalid={error === null ? undefined : 'true'}
      >
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === value}>
            {choice.words}
          </option>
        ))}
      </select>
      {error !== null && (
        <p class="why" id={`${id}-why`}>
          {ui.t.problems.toCorrect(error)}
        </p>
      )}
    </div>
  );
}

/** Said once above a form that came back: how much is to correct, and that nothing is lost, where no file is. */
export function ErrorSummary({
  ui,
  errors,
  children,
}: {
  ui: Ui;
  errors: FormErrors | null;
  children?: ComponentChildren;
}) {
  if (errors === null) return null;
  const { summary, summaryWithoutFiles } = ui.t.problems;
  const said = (errors.files ?? []).length > 0 ? summaryWithoutFiles : summary;
  return (
    <p class="slip bad ui" role="alert">
      {wordsOfProblem(ui, errors) ?? said(Object.keys(errors.fields).length)}
      {children}
    </p>
  );
}
