import { takesQuestions, type VisibleThread } from '../../src/threads/visible.js';
import type { Ui } from '../kit/ui.js';
import { AccountNeeded } from '../kit/account-needed.js';
import type { FormErrors } from '../kit/form-errors.js';
import { SectionBox } from './section-box.js';
import { SortChoice } from '../kit/sort-choice.js';
import { WritingForm } from './writing-form.js';
import { NOTHING_WRITTEN, type Writer, type Written } from '../kit/written.js';

/** Says what will happen to this person's message after sending, as far as the policy decides it. */
export function wordsAfterSending(ui: Ui, writer: Writer): string {
  const { write } = ui.t;
  const what = writer.readFirst ? write.afterReview : write.atOnce;
  return writer.kind === 'guest' ? `${what} ${write.willFollow}` : what;
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
  question?: boolean | undefined;
  heading?: boolean;
  /** Leaves a gap where the form says who writes. */
  open?: boolean;
}

/** The slot `writing` of a thread page, and the heart of the page that answers « Répondre » without a script. */
export function ReplyForm({
  ui,
  thread,
  writer,
  written = NOTHING_WRITTEN,
  errors = null,
  replyTo = null,
  question = false,
  heading = true,
  usualDelay = null,
  open = false,
}: ReplyFormProps) {
  const { write } = ui.t;
  if (thread.article !== null) {
    return (
      <SectionBox
        ui={ui}
        article={thread.article}
        marks
        writer={writer}
        written={written}
        errors={errors}
        replyTo={replyTo}
        usualDelay={usualDelay}
        action={`/thread/${thread.id}/replies`}
      />
    );
  }
  return (
    <section class="slip" aria-labelledby="reply">
      <h2 id="reply" class={heading ? undefined : 'vh'}>
        {write.reply}
      </h2>
      <WritingForm
        ui={ui}
        action={`/thread/${thread.id}/replies`}
        place={`reply:${thread.id}`}
        writer={writer}
        written={written}
        errors={errors}
        titled={false}
        open={open}
        after={wordsAfterSending(ui, writer)}
        hidden={replyTo === null ? {} : { replyTo }}
      >
        <p class="meta" data-replying={write.replyingTo('{number}')} hidden />
        <SortChoice ui={ui} question={takesQuestions(thread.kind) ? question : null} errors={errors} prefix="reply" />
      </WritingForm>
    </section>
  );
}

/** The same slot where this visitor may not write, and why. */
export function WritingClosed({ ui, why }: { ui: Ui; why: 'closed' | 'quiet' | 'locked' | 'members-only' }) {
  const { write, moving } = ui.t;
  return (
    <section class="slip" aria-labelledby="reply">
      <h2 id="reply">{write.reply}</h2>
      {why !== 'members-only' ? (
        <p class="hint">{{ closed: write.closed, quiet: write.quiet, locked: moving.locked }[why]}</p>
      ) : (
        <AccountNeeded ui={ui} back={ui.path} />
      )}
    </section>
  );
}
