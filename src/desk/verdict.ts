import { Invalid } from '../errors/errors.js';
import { checkedWords, type Words } from '../submissions/checked.js';
import type { SubmissionRow } from '../submissions/submission-row.js';
import type { Language } from '../visitors/visitor.js';

/** What a moderator decides about the version that they read. */
export interface Verdict {
  decision: 'accept' | 'return' | 'refuse' | 'spam';
  version: number;
  /** Codes of the list; a refusal needs one. */
  reasons: readonly string[];
  remark: string;
  /** With an acceptance: the team's words, where they differ from the author's. */
  title?: string;
  text?: string;
  /** With an acceptance: what the moderator answers in the same breath. Blank for nothing. */
  reply?: string;
  language: Language;
}

/**
 * The words that the team wants instead, or null when they are the author's own. A field that came empty changes
 * nothing: a form may carry it unfilled, and no acceptance can mean "publish nothing".
 */
export function otherWords(read: Pick<SubmissionRow, 'kind' | 'title' | 'source'>, verdict: Verdict): Words | null {
  const text = verdict.text?.trim() ? verdict.text : read.source;
  const title = verdict.title?.trim() ? verdict.title : read.title;
  if (verdict.decision !== 'accept' || (text === read.source && title === read.title)) return null;
  const words = checkedWords(read.title === null ? null : title, text, read.kind);
  return words.text === read.source && words.title === read.title ? null : words;
}

/** The answer that goes with an acceptance, or null. @throws Invalid for the field `reply` when it has not the right length. */
export function answerOf({ decision, reply = '' }: Verdict): string | null {
  if (decision !== 'accept' || reply.trim() === '') return null;
  try {
    return checkedWords(null, reply).text;
  } catch (problem) {
    if (problem instanceof Invalid) throw new Invalid({ reply: problem.fields['text'] ?? 'text-length' });
    throw problem;
  }
}
