import type { Queries } from '../../database/transaction.js';
import { Invalid } from '../../errors/errors.js';
import { checkedWords } from '../../submissions/checked.js';
import { SUBMISSION_KINDS } from '../../submissions/kinds.js';
import { mustSay } from '../../submissions/must-say.js';
import { sameFacts, type TypedFacts } from '../../submissions/thread-facts/facts.js';
import { changedFacts } from '../../submissions/thread-facts/facts-reading.js';
import type { Words } from '../../submissions/words.js';
import { mustTakeQuestions } from '../../submissions/kinds/must-take-questions.js';
import type { SubmissionRow } from '../../submissions/submission-row.js';
import type { ThreadKind } from '../../threads/visible.js';
import type { Language } from '../../visitors/visitor.js';
import type { VERDICTS } from './verdicts.js';

/** What a moderator decides about the version that they read. */
export interface Verdict {
  decision: (typeof VERDICTS)[number];
  version: number;
  /** Codes of the list; a refusal needs one. */
  reasons: readonly string[];
  remark: string;
  /** With an acceptance: the team's words, where they differ from the author's. */
  title?: string;
  text?: string;
  /** Of the thread; left out where the form had none. */
  facts?: TypedFacts | undefined;
  /** Whether it asks something, where the thread takes questions; left out, it stays what it is. */
  question?: boolean | undefined;
  /** With an acceptance: ids of documents that are left out. */
  without?: readonly string[] | undefined;
  /** With an acceptance: the moderator's answer, which is published as the next post. Blank for no answer. */
  reply?: string;
  language: Language;
}

/** What was read of a submission for other words to be compared with it. */
export type ReadWords = Pick<
  SubmissionRow,
  'id' | 'kind' | 'title' | 'source' | 'facts' | 'thread' | 'number' | 'documents' | 'question'
> & {
  /** Of its thread; null where it has none. */
  threadKind: ThreadKind | null;
};

/**
 * The words that the team wants instead, or null when they are the author's own. A field that came empty changes
 * nothing: a form may carry it unfilled, and no acceptance can mean "publish nothing".
 */
export async function otherWords(tx: Queries, read: ReadWords, verdict: Verdict, now: Date): Promise<Words | null> {
  const text = verdict.text?.trim() ? verdict.text : read.source;
  const title = verdict.title?.trim() ? verdict.title : read.title;
  if (verdict.decision !== 'accept') return null;
  const facts =
    verdict.facts === undefined
      ? read.facts
      : await changedFacts(tx, read.facts, verdict.facts, {
          now,
          seed: `${read.id} ${verdict.version}`,
          place: read.thread === null ? null : { thread: read.thread, number: read.number },
        });
  const without = new Set(verdict.without);
  const documents = read.documents.filter(({ id }) => !without.has(id));
  const { question = read.question } = verdict;
  if (question && !read.question) mustTakeQuestions(read);
  const same =
    sameFacts(facts, read.facts) && documents.length === read.documents.length && question === read.question;
  if (text === read.source && title === read.title && same) return null;
  const words = checkedWords(read.title === null ? null : title, text, read.kind);
  if (SUBMISSION_KINDS[read.kind].text.least === 0) mustSay({ ...words, facts, documents });
  return words.text === read.source && words.title === read.title && same
    ? null
    : { ...words, facts, documents, question };
}

/**
 * The answer that goes with an acceptance, or null. @throws Invalid for the field `reply` when it has not the right
 * length.
 */
export function answerOf({ decision, reply = '' }: Verdict): string | null {
  if (decision !== 'accept' || reply.trim() === '') return null;
  try {
    return checkedWords(null, reply).text;
  } catch (problem) {
    if (problem instanceof Invalid) throw new Invalid({ reply: problem.fields['text'] ?? 'text-length' });
    throw problem;
  }
}
