import { h } from 'preact';
import { threadAddress } from '../../../../client/kit/address.js';
import { titleOf } from '../../../../client/kit/thread-row.js';
import { ReplyPage } from '../../../../client/writing/reply-page.js';
import { policyWhileItRuns } from '../../../screening/while-it-runs.js';
import { pagesOf } from '../../../threads/audience-threads.js';
import type { VisibleThread } from '../../../threads/visible.js';
import { page } from '../../kit/answer.js';
import type { WritingKind } from '../writing-kind.js';

export interface SeenThread {
  thread: VisibleThread;
  /** Number of the post that is answered. */
  replyTo: number | null;
  /** Whether it asks something. */
  question?: boolean;
}

/** The address at the end of the thread, where authors see their posts that wait. */
export function waitingIn(thread: VisibleThread, submission: string): string {
  return `${threadAddress(thread, pagesOf(thread))}#waiting-${submission}`;
}

export const reply: WritingKind<SeenThread> = {
  draft: ({ thread, replyTo, question = false }, typed) => ({
    ...typed,
    kind: 'reply',
    thread: thread.id,
    replyTo,
    question,
  }),
  preview: (ui, { thread, replyTo, question }) => ({
    heading: ui.t.write.youReplyTo,
    href: threadAddress(thread),
    words: titleOf(ui, thread),
    category: policyWhileItRuns(thread.category, thread.during, ui.dates.now),
    article: thread.article,
    titled: false,
    action: `/thread/${thread.id}/replies`,
    draft: `reply:${thread.id}`,
    hidden: { ...(replyTo !== null && { replyTo }), ...(question === true && { sort: 'question' }) },
  }),
  async form({ ui, visitor, writer, posts }, { thread, replyTo, question }, { written, errors }) {
    const to = replyTo === null ? null : await posts.one(visitor.audience, thread.id, replyTo);
    return page(h(ReplyPage, { ui, thread, to, question, writer, written, errors }));
  },
  waitsAt: ({ thread }, submission) => waitingIn(thread, submission),
};
