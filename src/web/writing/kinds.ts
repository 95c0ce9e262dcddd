import type { Kind } from '../../submissions/kind.js';
import { casesThere } from './kinds/cases-there.js';
import { comment, type SeenArticle } from './kinds/comment.js';
import { edit, type SeenPost } from './kinds/edit.js';
import { reply, type SeenThread } from './kinds/reply.js';
import { step, type SeenCase } from './kinds/step.js';
import { thread, type SeenCategory } from './kinds/thread.js';
import { type SeenFactsCategory, withFacts } from './kinds/with-facts.js';
import type { WritingKind } from './writing-kind.js';

/** The target of each kind that is written on these pages, as its author has seen it. */
interface SeenTargets {
  thread: SeenCategory;
  workshop: SeenFactsCategory;
  case: SeenFactsCategory;
  reply: SeenThread;
  step: SeenCase;
  comment: SeenArticle;
  edit: SeenPost;
}

export type SeenTarget = { [K in keyof SeenTargets]: { kind: K } & SeenTargets[K] }[keyof SeenTargets];

/**
 * Preview, form, words and where its author is led, of each kind; null for what is written on a page of its own. One of
 * the four tables that say what a kind does, beside those of src/submissions, src/publishing and src/desk: see
 * docs/adding-a-kind.md.
 */
export const WRITING_KINDS: {
  [K in Kind]: K extends keyof SeenTargets ? WritingKind<SeenTargets[K]> : null;
} = {
  thread,
  workshop: withFacts('workshop'),
  case: withFacts('case', { beside: casesThere }),
  reply,
  step,
  comment,
  edit,
  words: null,
  profile: null,
  report: null,
  appeal: null,
};

/** Of a target, which is then one of those that its kind knows. */
export function writingOf({ kind }: SeenTarget): WritingKind<SeenTargets[keyof SeenTargets]> {
  return WRITING_KINDS[kind];
}
