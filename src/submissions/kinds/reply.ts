import type { Queries } from '../../database/transaction.js';
import { Conflict } from '../../errors/errors.js';
import { policyWhileItRuns } from '../../screening/while-it-runs.js';
import type { VisibleArticle } from '../../threads/visible.js';
import type { Visitor } from '../../visitors/visitor.js';
import { type Destination, PLAIN } from '../destination.js';
import type { CommentedArticle } from '../followed.js';
import type { SubmissionKind } from '../submission-kind.js';
import { type InThread, inThread } from './in-thread.js';
import { mustTakeQuestions } from './must-take-questions.js';
import { MESSAGE, untitled } from './text-length.js';

export interface ReplyTarget {
  thread: number;
  replyTo?: number | null;
  /** Only where the thread takes questions. */
  question?: boolean;
}

export function commented({ site, identifier, title, url }: VisibleArticle): CommentedArticle {
  return { site, identifier, title, url };
}

/** Finds the thread of a reply; a reply in the thread of a section becomes a comment. */
export async function findThread(tx: Queries, visitor: Visitor, target: ReplyTarget): Promise<Destination> {
  const { during: _, ...found } = await threadOf(tx, visitor, target);
  return found;
}

async function threadOf(
  tx: Queries,
  visitor: Visitor,
  { thread, replyTo: wished = null, question = false }: ReplyTarget,
): Promise<Destination & Pick<InThread, 'during'>> {
  const { category, section, kind, retired, lastPostAt, locked, during } = await inThread(tx, visitor, thread);
  if (retired) throw new Conflict('thread-gone');
  if (question) mustTakeQuestions({ kind: 'reply', threadKind: kind, number: null });
  // A reply to a post that does not exist comes from a wrong link: the text is accepted without the link rather than
  // lost.
  const [parent] =
    wished === null
      ? []
      : await tx.query<{ number: number }>('select number from post where thread_id = $1 and number = $2', [
          thread,
          wished,
        ]);
  const found = { ...PLAIN, question, during, category, thread, lastPostAt, locked, replyTo: parent?.number ?? null };
  return section === null
    ? { ...found, kind: 'reply' }
    : { ...found, kind: 'comment', section, article: commented(section) };
}

export const reply: SubmissionKind<ReplyTarget> = {
  text: MESSAGE,
  isTitled: untitled,
  screenedAs: 'reply',
  key: ({ thread, replyTo, question }) => [
    'reply',
    thread,
    replyTo ?? null,
    ...(question === true ? ['question'] : []),
  ],
  joins: ({ thread }) => thread,
  async find(tx, visitor, draft, _words, now) {
    const { during, ...found } = await threadOf(tx, visitor, draft);
    return { ...found, category: policyWhileItRuns(found.category, during, now) };
  },
};
