import { isAway } from '../database/away.js';
import { JointActs } from '../database/joint-acts.js';
import type { Writer } from '../database/writer.js';
import { Conflict, Problem } from '../errors/errors.js';
import type { Candidate, SentDraft } from '../submissions/candidate.js';
import type { Draft } from '../submissions/draft.js';
import { kindOf } from '../submissions/kinds.js';
import type { Stored } from '../submissions/sent-before.js';
import { endsWithItsRow, storeTogether } from '../submissions/store-together.js';
import type { Submissions } from '../submissions/submissions.js';
import type { Visitor } from '../visitors/visitor.js';

/** What became of one: null where it has to be sent alone. */
type Outcome = Stored | Problem | null;

/**
 * The thread of a guest's reply that is nothing but words; null for all else. The reply of somebody who is known may
 * appear at once.
 */
export function sharedThread(visitor: Visitor, draft: Draft): number | null {
  const isPlain = visitor.isGuest && draft.email === '' && (draft.documents ?? []).length === 0;
  return isPlain ? (kindOf(draft).joins?.(draft) ?? null) : null;
}

/**
 * Guests' replies to one thread that come at the same time are stored by one transaction. Each is locked and asked for
 * as if it were alone. A line is a thread, because they lock it: of two threads they could wait crosswise for whoever
 * merges these.
 */
export function jointReplies<Answer>(
  writer: Writer,
  submissions: Submissions,
  alone: (sent: SentDraft) => Promise<Answer>,
): JointActs<SentDraft, Stored | Answer> {
  return new JointActs<SentDraft, Stored | Answer>({
    alone,
    together: (batch) => storeAll(writer, submissions, batch),
    keyOf: ({ draft }) => draft.key,
  });
}

async function storeAll(writer: Writer, submissions: Submissions, batch: readonly SentDraft[]): Promise<Outcome[]> {
  return writer.transaction(async (tx) => {
    const looked = await submissions.look(tx, batch);
    const failures = looked.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    const failed = failures.filter((reason) => !(reason instanceof Problem));
    if (failed.length > 0) throw failed.find((reason) => !isAway(reason)) ?? failed[0];
    const held = looked.flatMap((one) => (isHeld(one) ? [one.value.row] : []));
    const stored = await storeTogether(tx, held);
    return looked.map((one) => {
      if (one.status === 'rejected') return one.reason as Problem;
      if ('token' in one.value) return one.value;
      return isHeld(one) ? (stored.shift() ?? new Conflict('key-used')) : null;
    });
  });
}

type Looked = PromiseSettledResult<Stored | Candidate>;

function isHeld(looked: Looked): looked is PromiseFulfilledResult<Candidate> {
  return looked.status === 'fulfilled' && !('token' in looked.value) && endsWithItsRow(looked.value);
}
