import { h } from 'preact';
import { postAddress } from '../../../../client/kit/address.js';
import { titleOf } from '../../../../client/kit/thread-row.js';
import { EditPage } from '../../../../client/writing/edit-page.js';
import { propertiesOf } from '../../../submissions/kind.js';
import { hasSteps, takesQuestions, type VisibleThread } from '../../../threads/visible.js';
import { page } from '../../kit/answer.js';
import type { WritingKind } from '../writing-kind.js';

export interface SeenPost {
  thread: VisibleThread;
  number: number;
  /** The `change` of the post that its author read. */
  version: number;
  /** Whether it is to ask something; undefined where the form says nothing of it. */
  question?: boolean | undefined;
  /** Somebody else's, of which anybody may propose another text. */
  proposes: boolean;
}

export const edit: WritingKind<SeenPost> = {
  draft: ({ thread, number, version, question }, typed) => ({
    ...typed,
    kind: 'edit',
    thread: thread.id,
    number,
    version,
    question,
  }),
  changes: ({ thread, number }) => ({ thread: thread.id, number }),
  preview: (ui, { thread, number, version, question, proposes }) => ({
    heading: proposes ? ui.t.cases.youPropose : ui.t.write.youEdit,
    href: postAddress(thread.id, number),
    words: titleOf(ui, thread),
    category: thread.category,
    article: thread.article,
    opens: number === 1 ? thread.kind : 'thread',
    titled: number === 1 && thread.article === null,
    action: `${postAddress(thread.id, number)}/edits`,
    draft: `edit:${thread.id}:${number}`,
    hidden: { version, ...(question !== undefined && { sort: question ? 'question' : 'note' }) },
    proposes,
  }),
  async form(
    { ui, visitor, writer, submissions, own },
    { thread, number, version: read, question, proposes },
    filled,
  ) {
    const { written, errors } = filled;
    const changed = errors?.problem === 'changed-since';
    const asks = number > 1 && takesQuestions(thread.kind);
    const says = number === 1 || hasSteps(thread.kind) || asks;
    const now = changed || says ? await submissions.edited(visitor, { thread: thread.id, number }) : null;
    const standing = changed ? now : null;
    const facts = now?.facts ?? null;
    // The preview shows the published text of now, so the edit may replace that one.
    const version = standing?.change ?? read;
    const mine = await own.waitingIn(thread.id, visitor);
    const waiting = mine.some((each) => propertiesOf(each.kind).changesPost && each.number === number);
    return page(
      h(EditPage, {
        ui,
        thread,
        number,
        version,
        writer,
        written,
        errors,
        facts,
        standing,
        waiting,
        proposes,
        question: asks ? (question ?? now?.question ?? false) : null,
      }),
    );
  },
  waitsAt: ({ thread, number }) => postAddress(thread.id, number),
};
