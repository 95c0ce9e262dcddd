import type { VisibleArticle } from '../../src/threads/visible.js';
import type { Ui } from '../kit/ui.js';
import { sectionAddress } from '../kit/address.js';
import { ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { FilesFields } from './files-fields.js';
import { GuestFields } from './guest-fields.js';
import { Marks, MarksHelp } from './marks-help.js';
import { signature, type Writer, type Written } from '../kit/written.js';

/** What goes along with a comment on an article that nobody has made known yet. */
export interface SignedWords {
  title: string;
  url: string;
  signature: string;
}

export interface SectionBoxProps {
  ui: Ui;
  article: VisibleArticle;
  writer: Writer;
  written: Written;
  errors: FormErrors | null;
  replyTo?: number | null;
  signed?: SignedWords | null;
  usualDelay: number | null;
  /** On a page of the forum, whose script knows the buttons for marks, and which takes files; not on one elsewhere. */
  marks?: boolean;
  /** Where the form is sent to: the section, or its thread. */
  action?: string;
}

/** What the box says of moderation to whoever writes, by the policy of the article or of its site. */
function Warning({ ui, writer, usualDelay }: Pick<SectionBoxProps, 'ui' | 'writer' | 'usualDelay'>) {
  const { section, write } = ui.t;
  if (!writer.readFirst) return <p>{write.atOnce}</p>;
  return (
    <>
      <p class="spoken">{section.mode}</p>
      <p>
        {section.warning}
        {usualDelay !== null && <> {write.usualDelay(ui.dates.duration(usualDelay))}</>}
      </p>
    </>
  );
}

/** Where a section leads to log in, and back to itself. */
export function logInFrom(article: VisibleArticle, signed: SignedWords | null): string {
  const words = signed === null ? '' : `?${new URLSearchParams({ ...signed }).toString()}`;
  return `/login?back=${encodeURIComponent(`${sectionAddress(article)}${words}`)}`;
}

function Who({ ui, article, writer, written, errors, signed = null, prefix }: SectionBoxProps & { prefix: string }) {
  const { section, write } = ui.t;
  const as = <input type="hidden" name="as" value={signature(writer)} autocomplete="off" />;
  if (writer.kind === 'member')
    return (
      <p class="hint">
        {write.writeAs(writer.name)}
        {as}
      </p>
    );
  return (
    <fieldset class="form">
      <legend>{write.whoAreYou}</legend>
      {as}
      <p class="acts">
        <a class="q" href={logInFrom(article, signed)} rel="nofollow">
          {section.logIn}
        </a>
      </p>
      <GuestFields ui={ui} written={written} errors={errors} prefix={prefix} />
    </fieldset>
  );
}

/** The help shows each shortcut as it is typed. */
function Help({ ui }: { ui: Ui }) {
  const { section } = ui.t;
  return (
    <>
      {section.helpShortcuts} <code>{section.shortcuts}</code>
      {section.helpHtml} <code>{section.tags}</code> {section.helpMarkdown}
    </>
  );
}

/**
 * The box below an article, in the order and the words that readers of such sites know. Sent from a page elsewhere it
 * has no key and leads to the preview; with one it sends what was previewed.
 */
export function SectionBox(props: SectionBoxProps) {
  const {
    ui,
    article,
    writer,
    written,
    errors,
    replyTo = null,
    signed = null,
    marks = false,
    action = `${sectionAddress(article)}/comments`,
  } = props;
  const { section, write } = ui.t;
  const place = `comment:${article.site}:${article.identifier}`;
  const prefix = 'comment';
  const attaches = marks && writer.attaches;
  const { documents = [] } = written;
  return (
    <form
      class="form slip writing"
      method="post"
      action={action}
      data-writing={place}
      aria-labelledby="reply"
      enctype={attaches ? 'multipart/form-data' : undefined}
    >
      <div>
        <h2 id="reply">{section.answer}</h2>
      </div>
      {replyTo === null ? (
        <p class="meta" data-replying={section.youReplyTo('{number}')} hidden />
      ) : (
        <p class="meta">{section.youReplyTo(replyTo)}</p>
      )}
      <Warning {...props} />
      <ErrorSummary ui={ui} errors={errors} />
      <p class="hint" data-draft-notice hidden>
        {write.draftBack}{' '}
        <button type="button" class="q" data-draft-drop>
          {write.draftDrop}
        </button>
      </p>
      <Who {...props} prefix={prefix} />
      {marks && <Marks ui={ui} />}
      <Field
        ui={ui}
        name="text"
        prefix={prefix}
        label={section.text}
        value={written.text}
        errors={errors}
        rows={6}
        required
        hint={<Help ui={ui} />}
      />
      {marks && <MarksHelp ui={ui} />}
      <div class="live-preview" data-preview hidden>
        <h3>{write.livePreview}</h3>
        <div class="text" data-preview-text />
      </div>
      {replyTo !== null && <input type="hidden" name="replyTo" value={replyTo} />}
      {signed !== null &&
        Object.entries(signed).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
      {written.key !== null && <input type="hidden" name="key" value={written.key} />}
      {(attaches || documents.length > 0) && (
        <FilesFields ui={ui} documents={documents} errors={errors} prefix={prefix} attaches={attaches} />
      )}
      <p class="acts">
        <button class="b do" type="submit" name="action" value="preview">
          {write.preview}
        </button>{' '}
        <button class="b" type="submit" data-send hidden={written.key === null}>
          {write.send}
        </button>{' '}
        <a class="q" href="/follow" rel="nofollow">
          {section.findAgain}
        </a>
      </p>
    </form>
  );
}
