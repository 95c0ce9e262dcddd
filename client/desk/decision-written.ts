import type { TypedFacts } from '../../src/submissions/thread-facts/facts.js';

/** What a moderator had typed when the answer came back. */
export interface DecisionWritten {
  decision: string;
  reasons: readonly string[];
  remark: string;
  title: string;
  text: string;
  facts?: TypedFacts | undefined;
  /** Whether it was to ask something. */
  question?: boolean | undefined;
  /** What was to be answered with the acceptance. */
  reply: string;
}
