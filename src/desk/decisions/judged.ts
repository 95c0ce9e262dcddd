import type { Transaction } from '../../database/transaction.js';
import { Conflict, Invalid } from '../../errors/errors.js';
import { render, RENDERER_VERSION } from '../../markup/render.js';
import { PUBLISHING_KINDS } from '../../publishing/kinds.js';
import { lockPlace } from '../../publishing/lock-place.js';
import type { Hand } from '../../publishing/published.js';
import type { Settlement } from '../../publishing/settle.js';
import { propertiesOf } from '../../submissions/kind.js';
import type { SubmissionRow } from '../../submissions/submission-row.js';
import type { Identity, Visitor } from '../../visitors/visitor.js';
import { mustBeChecked } from '../documents/must-be-checked.js';
import type { Refused } from './reasons.js';
import { remarkOf } from './remark.js';
import { otherWords, type ReadWords, type Verdict } from './verdict.js';

const STATUS = { accept: 'published', return: 'returned', refuse: 'refused', spam: 'spam' } as const;

/** What is read of a submission before it is decided. */
export interface ReadSubmission extends Pick<SubmissionRow, 'category'>, ReadWords {
  /** How many moderators must agree in its category. */
  needed: number;
  /** Who wrote the version that was read: its author or the team. */
  writtenBy: Hand | null;
}

/** One that takes its place behind others in a thread and brings nothing but words. */
export function isPlain({ kind, number, facts, documents }: ReadSubmission): boolean {
  return PUBLISHING_KINDS[kind]?.standsBehind === true && number === null && facts === null && documents.length === 0;
}

export interface VerdictContext {
  moderator: Visitor;
  member: Identity;
  verdict: Verdict;
  /** The bulk that this is part of. */
  batch?: string | undefined;
  refused: Refused;
}

/**
 * What a verdict makes of a submission. @throws Invalid for a refusal without a reason, or for what was typed; Conflict
 * where it can't be accepted with its files.
 */
export async function judged(
  tx: Transaction,
  read: ReadSubmission,
  { moderator, member, verdict, batch, refused }: VerdictContext,
  now: Date,
): Promise<Settlement> {
  const refuses = verdict.decision === 'refuse';
  const { reasons } = refused;
  if (refuses && reasons.length === 0) throw new Invalid({ reason: 'reason-missing' });
  const words = await otherWords(tx, read, verdict, now);
  if (batch !== undefined && verdict.decision === 'accept' && read.documents.length > 0)
    throw new Conflict('look-at-documents');
  if (verdict.decision === 'accept') await mustBeChecked(tx, read.kind, { ...read, text: read.source, ...words });
  const typed = remarkOf(verdict.remark);
  const remark = typed === null && refuses ? remarkOf(refused.words) : typed;
  // A post that returns under its old number is locked together with the edits that wait for it, in the order of all
  // their ids.
  if (propertiesOf(read.kind).becomesPost && read.thread !== null && read.number !== null)
    await lockPlace(tx, read.thread, [read.number]);
  return {
    id: read.id,
    version: verdict.version,
    status: STATUS[verdict.decision],
    scope: moderator.desk,
    by: member.id,
    reasons,
    remark,
    words:
      words === null
        ? null
        : { ...words, html: render(words.text, verdict.language), rendererVersion: RENDERER_VERSION },
  };
}
