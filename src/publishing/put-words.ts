import type { Transaction } from '../database/transaction.js';
import { excerpt } from '../markup/excerpt.js';
import { ThreadEntity } from '../threads/thread.entity.js';
import { EXCERPT, type Published } from './published.js';
import { publicHtml } from './public-html.js';
import { retitleFacts } from './thread-facts.js';
import { slugOf } from './slug.js';

/** A text of a published post, with what is said of who changed it and why. */
export interface PostWords {
  /** Of the thread, with post 1; null leaves it. */
  title: string | null;
  source: string;
  /** As it was rendered, or as it stood in the post already. */
  html: string;
  /** Null for texts that were kept before it was noted. */
  rendererVersion: number | null;
  /** Whether it asks something, in the thread of a workshop. */
  question: boolean;
  editedAt: Date | null;
  editedByTeam: boolean;
  /** A code of the list of reasons. */
  editedReason: string | null;
  /** What the team says of its edit, to everybody. */
  editedFor: string | null;
}

/** One more change of a thread, and when it is made. */
export interface Change {
  change: number;
  at: Date;
}

/** Gives a published post these words and this change number. Answers false when the post is gone. */
export async function putWords(
  tx: Transaction,
  { thread, number }: Published,
  words: PostWords,
  { change, at }: Change,
): Promise<boolean> {
  const stands = await tx.query(
    `update post set source = $3, html = $4, excerpt = $5, renderer_version = coalesce($6, renderer_version),
      edited_at = $7,
       edited_by_team = $8, edited_reason = $9, edited_for = $10, change = $11, question = $12
     where thread_id = $1 and number = $2 and gone is null returning number`,
    [
      thread,
      number,
      words.source,
      await publicHtml(tx, words.html, number),
      excerpt(words.html, EXCERPT),
      words.rendererVersion,
      words.editedAt,
      words.editedByTeam,
      words.editedReason,
      words.editedFor,
      change,
      words.question,
    ],
  );
  if (stands.length === 0) return false;
  if (number === 1 && words.title !== null) {
    await retitleFacts(tx, thread, words.title, at);
    await tx.repository(ThreadEntity).update({ id: thread }, { title: words.title, slug: slugOf(words.title) });
  }
  return true;
}
