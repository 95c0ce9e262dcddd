import { Conflict, Forbidden, Invalid, NotFound } from '../../errors/errors.js';
import { PLAIN } from '../destination.js';
import { editedPost, mayEdit, proposes } from '../edited-post.js';
import { sameDocuments } from '../documents/attached.js';
import { documentsOfPost } from '../documents/documents-of-post.js';
import type { SubmissionKind } from '../submission-kind.js';
import { sameFacts, type TypedFacts } from '../thread-facts/facts.js';
import { changedFacts } from '../thread-facts/facts-reading.js';
import { withoutExactPoint } from '../thread-facts/typed-case.js';
import { mustSay } from '../must-say.js';
import { seedOf } from '../seed-of.js';
import { inThread } from './in-thread.js';
import { mustTakeQuestions } from './must-take-questions.js';
import { MAYBE_EMPTY } from './text-length.js';

export interface EditTarget {
  thread: number;
  number: number;
  /** The `change` of the post that its author read. */
  version: number;
  /** Token of the follow page, by which a guest proves to be the author. */
  follow?: string;
  /** Whether it is to ask something, in a thread that takes questions; left out, it stays what it is. */
  question?: boolean | undefined;
  /** With post 1 of a thread that has any. */
  facts?: TypedFacts | undefined;
}

export const edit: SubmissionKind<EditTarget> = {
  text: MAYBE_EMPTY,
  isTitled: ({ number }) => number === 1,
  screenedAs: 'edit',
  key: ({ thread, number, version, question, facts }) => [
    'edit',
    thread,
    number,
    version,
    ...(question === undefined ? [] : [question ? 'question' : 'note']),
    ...(facts === undefined ? [] : [withoutExactPoint(facts)]),
  ],
  standingDocuments: documentsOfPost,
  async find(tx, visitor, draft, words, now) {
    // It keeps what the post says now: whoever takes that back at the same moment has to find it, or it finds nothing.
    const place = await inThread(tx, visitor, draft.thread, { changes: true });
    const { category, section, kind, lastPostAt, locked } = place;
    const post = await editedPost(tx, visitor, draft);
    if (post === null) throw new NotFound();
    if (!mayEdit(post)) throw new Forbidden('not-yours');
    if (post.gone) throw new Conflict('already-gone');
    if (post.change !== draft.version) throw new Conflict('changed-since', { version: post.change });
    const title = post.title === null ? null : (words.title ?? post.title);
    const facts = await changedFacts(tx, post.facts, draft.facts, {
      now,
      seed: seedOf(visitor, draft.key),
      place: { thread: draft.thread, number: draft.number },
    });
    const question = draft.question ?? post.question;
    if (question && !post.question) mustTakeQuestions({ kind: 'edit', threadKind: kind, number: draft.number });
    const baseDocuments = await documentsOfPost(tx, draft);
    const documents = words.documents ?? baseDocuments;
    const same = sameFacts(facts, post.facts) && sameDocuments(documents, baseDocuments) && question === post.question;
    mustSay({ text: words.text, facts, documents });
    const proposed = proposes(post);
    // A file for somebody else's case is a step of it, with an author of its own.
    if (proposed && !sameDocuments(documents, baseDocuments)) throw new Invalid({ file: 'no-files-here' });
    if (words.text === post.text && title === post.title && same) throw new Invalid({ text: 'nothing-changed' });
    return {
      ...PLAIN,
      kind: 'edit',
      category,
      section,
      thread: draft.thread,
      lastPostAt,
      locked,
      number: draft.number,
      title,
      baseChange: post.change,
      facts,
      baseFacts: post.facts,
      baseDocuments,
      proposes: proposed,
      question,
    };
  },
};
