import type { ComponentChildren } from 'preact';
import type { Ui } from '../kit/ui.js';
import type { Facts } from '../../src/submissions/thread-facts/facts.js';
import { FactsFields } from '../kit/facts/facts.js';
import { ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Marks, MarksHelp } from './marks-help.js';
import { FilesFields } from './files-fields.js';
import { Identity, IDENTITY } from './identity.js';
import { Slot } from '../kit/slot.js';
import type { Writer, Written } from '../kit/written.js';

export interface WritingFormProps {
  ui: Ui;
  action: string;
  /** Names the place for the draft that a script keeps: `reply:12`, `thread:slug`, `edit:12:3`, `correct`. */
  place: string;
  writer: Writer;
  written: Written;
  errors: FormErrors | null;
  /** Asks for a title too. */
  titled: boolean;
  /** Asks for what the thread is about besides its words, too. */
  facts?: Facts['of'] | undefined;
  /** What happens after sending: one sentence; null where it stands elsewhere on the page. */
  after: string | null;
  /** False on the preview page: there only what was read again is sent. */
  sendable?: boolean;
  /** Other values that go along: `replyTo`, `version`. */
  hidden?: Record<string, string | number>;
  /** Leaves out the fields for a name, for an author who is known by the follow page or an account. */
  anonymous?: boolean;
  /** Leaves a gap in their place, which is filled for each member: see src/web/threads/kept-form.ts. */
  open?: boolean;
  previewWords?: string;
  rows?: number;
  children?: ComponentChildren;
}

/**
 * The one form for everything that people write. Sending needs a key, so without one it offers the preview only, and
 * a script may add the key and show the second button.
 */
export function WritingForm(props: WritingFormProps) {
  const {
    ui,
    action,
    place,
    writer,
    written,
    errors,
    titled,
    facts,
    after,
    hidden = {},
    anonymous = false,
    open = false,
    sendable = true,
    rows = 8,
  } = props;
  const { write } = ui.t;
  const prefix = place.replace(/[^a-z0-9]+/g, '-');
  return (
    <form
      class="form writing"
      method="post"
      action={action}
      data-writing={place}
      enctype={writer.attaches ? 'multipart/form-data' : undefined}
    >
      {props.children}
      <ErrorSummary ui={ui} errors={errors} />
      <p class="hint" data-draft-notice hidden>
        {write.draftBack}{' '}
        <button type="button" class="q" data-draft-drop>
          {write.draftDrop}
        </button>
      </p>
      {titled && (
        <Field
          ui={ui}
          name="title"
          prefix={prefix}
          label={write.title}
          hint={write.titleHint}
          value={written.title}
          errors={errors}
          long
          required
        />
      )}
      {titled && /^(?:thread|workshop):/.test(place) && <div data-similar aria-live="polite" />}
      <span
        hidden
        data-completes
        data-name={write.completions}
        data-one={write.completionOne}
        data-many={write.completionMany}
      />
      <Marks ui={ui} />
      <Field
        ui={ui}
        name="text"
        prefix={prefix}
        label={write.text}
        hint={write.textHint}
        value={written.text}
        errors={errors}
        rows={rows}
        // A fact of a step or a file of it may stand for a text.
        required={facts !== 'step'}
      />
      <MarksHelp ui={ui} />
      <div class="live-preview" data-preview hidden>
        <h3>{write.livePreview}</h3>
        <div class="text" data-preview-text />
      </div>
      {facts !== undefined && (
        <FactsFields ui={ui} of={facts} typed={written.facts ?? {}} errors={errors} prefix={prefix} />
      )}
      {open && <Slot name={IDENTITY} />}
      {!anonymous && !open && <Identity ui={ui} writer={writer} written={written} errors={errors} prefix={prefix} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {written.key !== null && <input type="hidden" name="key" value={written.key} />}
      {(writer.attaches || (written.documents ?? []).length > 0) && (
        <FilesFields
          ui={ui}
          documents={written.documents ?? []}
          errors={errors}
          prefix={prefix}
          attaches={writer.attaches}
        />
      )}
      <p class="acts">
        <button class="b do" type="submit" name="action" value="preview">
          {props.previewWords ?? write.preview}
        </button>{' '}
        {sendable && (
          <button class="b" type="submit" data-send hidden={written.key === null}>
            {write.send}
          </button>
        )}
      </p>
      {after !== null && <p class="hint">{after}</p>}
    </form>
  );
}
