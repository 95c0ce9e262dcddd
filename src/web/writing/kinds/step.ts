import { h } from 'preact';
import { threadAddress } from '../../../../client/kit/address.js';
import { titleOf } from '../../../../client/kit/thread-row.js';
import { NewStepPage } from '../../../../client/writing/new-step-page.js';
import type { VisibleThread } from '../../../threads/visible.js';
import { page } from '../../kit/answer.js';
import type { WritingKind } from '../writing-kind.js';
import { waitingIn } from './reply.js';

/** The case in which something happened. */
export interface SeenCase {
  thread: VisibleThread;
}

export const step: WritingKind<SeenCase> = {
  draft: ({ thread }, typed) => ({ ...typed, kind: 'step', thread: thread.id, facts: typed.facts ?? {} }),
  preview: (ui, { thread }) => ({
    heading: ui.t.cases.addStep,
    href: threadAddress(thread),
    words: titleOf(ui, thread),
    category: thread.category,
    article: null,
    titled: false,
    action: `/thread/${thread.id}/case/steps`,
    draft: `step:${thread.id}`,
    hidden: {},
  }),
  form: ({ ui, writer }, { thread }, { written, errors }) =>
    Promise.resolve(page(h(NewStepPage, { ui, thread, writer, written, errors }))),
  waitsAt: ({ thread }, submission) => waitingIn(thread, submission),
};
