import type { VisibleCategory, VisibleThread } from '../../src/threads/visible.js';
import type { Ui } from '../ui.js';
import type { FormErrors } from './form-errors.js';
import { SectionBox } from './section-box.js';
import { WritingForm } from './writing-form.js';
import { NOTHING_WRITTEN, type Writer, type Written } from './written.js';

/** What becomes of a message in this category, as far as everybody may know. */
export function wordsAfterSending(ui: Ui, category: VisibleCategory, writer: Writer): string {
  const { write } = ui.t;
  if (category.hold === 'nobody') return write.atOnce;
  if (category.hold === 'guests' && writer.kind === 'member') return write.atOnce;
  if (category.hold === 'newcomers' && writer.kind === 'member') return write.maybeReview;
  return writer.kind === 'guest' ? `${write.afterReview} ${write.willFollow}` : write.afterReview;
}

interface ReplyFormProps {
  /** With the section of an article, whose box says it. */
  usualDelay?: number | null;
  ui: Ui;
  thread: VisibleThread;
  writer: Writer;
  written?: Written;
  errors?: FormErrors | null;
  replyTo?: number | null;
  heading?: boolean;
}

/** The slot `writing` of a thread page, and the heart of the page that answers « Répondre » without a script. */
export function ReplyForm({ ui, thread, writer, written = NOTHING_WRITTEN, errors = null, replyTo = null, heading = true, usualDelay = null }: ReplyFormProps) {
  const { write } = ui.t;
  if (thread.article !== null) {
    const { article, category: { hold } } = thread;
    return <SectionBox ui={ui} article={article} hold={hold} writer={writer} written={written} errors={errors} replyTo={replyTo} usualDelay={usualDelay} action={`/thread/${thread.id}/replies`} />;
  }
  return (
    <section class="slip" aria-labelledby="reply">
      <h2 id="reply" class={heading ? undefined : 'vh'}>{write.reply}</h2>
      <WritingForm
        ui={ui} action={`/thread/${thread.id}/replies`} place={`reply:${thread.id}`} writer={writer} written={written} errors={errors}
        titled={false} after={wordsAfterSending(ui, thread.category, writer)} hidden={replyTo === null ? {} : { replyTo }}
      />
    </section>
  );
}

/** The same slot where this visitor may not write, and why. */
export function WritingClosed({ ui, why }: { ui: Ui; why: 'closed' | 'quiet' | 'locked' | 'members-only' }) {
  const { write, moving } = ui.t;
  const back = encodeURIComponent(ui.path);
  return (
    <section class="slip" aria-labelledby="reply">
      <h2 id="reply">{write.reply}</h2>
      {why !== 'members-only'
        ? <p class="hint">{{ closed: write.closed, quiet: write.quiet, locked: moving.locked }[why]}</p>
        : (
          <p class="hint">
            {write.membersOnlyBefore}<a href={`/login?back=${back}`}>{write.membersOnlyLogIn}</a>{write.membersOnlyOr}
            <a href={`/register?back=${back}`}>{write.membersOnlyRegister}</a>{write.membersOnlyAfter}
          </p>
        )}
    </section>
  );
}
