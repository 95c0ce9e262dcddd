import type { Transaction } from '../database/transaction.js';
import type { Kind } from './kind.js';
import { localCase, type CaseTarget } from './kinds/case.js';
import { comment, type CommentTarget } from './kinds/comment.js';
import { edit, type EditTarget } from './kinds/edit.js';
import { profile } from './kinds/profile.js';
import { reply, type ReplyTarget } from './kinds/reply.js';
import { MESSAGE, untitled } from './kinds/text-length.js';
import { step, type StepTarget } from './kinds/step.js';
import { thread, type ThreadTarget } from './kinds/thread.js';
import { words, type WordsTarget } from './kinds/words.js';
import { workshop, type WorkshopTarget } from './kinds/workshop.js';
import type { KindWords, SubmissionKind } from './submission-kind.js';

/** The target of each kind that src/reception accepts. */
export interface Targets {
  thread: ThreadTarget;
  workshop: WorkshopTarget;
  case: CaseTarget;
  reply: ReplyTarget;
  step: StepTarget;
  words: WordsTarget;
  comment: CommentTarget;
  edit: EditTarget;
  profile: object;
}

/**
 * How each kind finds its target, checks its words and makes its key. Reports and appeals have only their words here,
 * because src/desk receives them. One of the four tables that say what a kind does, beside those of src/publishing,
 * src/desk and src/web/writing: see docs/adding-a-kind.md.
 */
export const SUBMISSION_KINDS: { [K in Kind]: K extends keyof Targets ? SubmissionKind<Targets[K]> : KindWords } = {
  thread,
  workshop,
  case: localCase,
  reply,
  step,
  words,
  comment,
  edit,
  profile,
  report: { text: MESSAGE, isTitled: untitled },
  appeal: { text: MESSAGE, isTitled: untitled },
};

/** Of a draft, whose target is then one of those that its kind knows. */
export function kindOf({ kind }: { kind: keyof Targets }): SubmissionKind<Targets[keyof Targets]> {
  return SUBMISSION_KINDS[kind];
}

/** Asked before a submission waits again. @throws what its kind throws. */
export async function mayWait(kind: Kind, tx: Transaction, of: { author: number | null; id: string }): Promise<void> {
  const said: KindWords & Partial<SubmissionKind<object>> = SUBMISSION_KINDS[kind];
  await said.mayWait?.(tx, of);
}
