import { createHash } from 'node:crypto';
import type { Transaction } from '../../database/transaction.js';
import { Invalid, Problem } from '../../errors/errors.js';
import { SIZES } from '../../submissions/sizes.js';
import type { Language } from '../../visitors/visitor.js';
import { parts } from '../words/parts.js';
import type { DraftRow } from './draft-row.js';
import type { Move } from './move.js';
import { markedName } from './names.js';

/** The article whose section it is. */
export interface Section {
  identifier: string;
  language: Language;
}

interface Message extends Section {
  draft: DraftRow;
  /** Number of what it answers. */
  replyTo: number | null;
  /** Whether a member already has its author's name. */
  taken: boolean;
}

/** Answers its number, or null when it waits or could not be brought. */
export async function bringMessage(move: Move, tx: Transaction, message: Message): Promise<number | null> {
  const { id } = message.draft;
  await tx.query('savepoint message');
  try {
    const { submission, number } = await send(move, tx, message);
    await tx.query('insert into desk.spip_message (site_id, message, submission_id) values ($1, $2, $3)', [
      move.site.id,
      id,
      submission,
    ]);
    await tx.query('release savepoint message');
    if (number === null) move.report.messages.waiting += 1;
    else move.report.messages.published += 1;
    if (number === 1) move.report.sections += 1;
    if (message.draft.email !== '') move.report.emails += 1;
    if (message.taken) move.report.notice('name-taken', id);
    return number;
  } catch (problem) {
    // A message that the forum refuses must not stop the others.
    if (!(problem instanceof Problem)) throw problem;
    await tx.query('rollback to savepoint message');
    const code = problem instanceof Invalid ? Object.values(problem.fields).join(', ') : problem.code;
    move.report.skip(code === 'article-removed' ? code : `failed:${code}`, id);
    return null;
  }
}

/** A text that is longer than one may be goes in parts, the later ones as answers to the first. */
async function send(
  move: Move,
  tx: Transaction,
  { identifier, language, draft, replyTo, taken }: Message,
): Promise<{ submission: string; number: number | null }> {
  const [first = '', ...more] = parts(draft.text, SIZES.text.most);
  const at = new Date(draft.at);
  const common = {
    site: move.site.slug,
    identifier,
    name: taken ? markedName(draft.name) : draft.name,
    email: draft.email,
    writtenAt: at,
    language,
  };
  const when = { at: draft.waits === 1 ? null : at, quiet: true as const };
  const { submission, published } = await move.reception.bringIn(
    tx,
    { ...common, text: first, replyTo, key: keyOf(move, draft.id, 1), anchor: `forum${draft.id}` },
    when,
  );
  const number = published?.number ?? null;
  for (const [place, text] of more.entries())
    await move.reception.bringIn(
      tx,
      { ...common, text, replyTo: number ?? replyTo, key: keyOf(move, draft.id, place + 2), anchor: null },
      when,
    );
  if (more.length > 0) move.report.notice('text-parted', draft.id);
  return { submission, number };
}

function keyOf({ site }: Move, id: number, part: number): string {
  return createHash('sha256').update(`spip\n${site.slug}\n${id}\n${part}`).digest('base64url');
}
