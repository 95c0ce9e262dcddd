import type { Transaction } from '../../database/transaction.js';
import { Conflict, Forbidden, NotFound } from '../../errors/errors.js';
import type { Visitor } from '../../visitors/visitor.js';
import { branchesOf, type UndoRefusal, WHATEVER } from './undo-refusal.js';
import type { LoggedDecision } from './undoing.js';

/** Who undoes, and when. */
export interface UndoAsker {
  moderator: Visitor;
  now: Date;
}

/** In SQL, what `asker` is in the refusals; its values are `askerValues`, from the parameter `first` on. */
export function askerFrom(first: number): string {
  const [desk, now, member, administers] = [0, 1, 2, 3].map((at) => `$${first + at}`);
  return `(select ${desk}::int[] as desk, ${now}::timestamptz as now, ${member}::int as member,
    ${administers}::boolean as administers) asker`;
}

export function askerValues({ moderator, now }: UndoAsker): unknown[] {
  return [moderator.desk, now, moderator.member?.id ?? null, moderator.isAdministrator];
}

/**
 * Only the last decision about a thing can be undone, and after that the one before it; `unless` says what else lies in
 * the way of this one. Call it with the thing itself locked, so that nobody decides about it between this check and the
 * undoing. The log asks the same (`would-refuse.ts`), so that it offers nothing that would be refused here.
 *
 * @throws Conflict with the code of the refusal, NotFound, Forbidden.
 */
export async function mustStand(
  tx: Transaction,
  { id }: Pick<LoggedDecision, 'id'>,
  asker: UndoAsker,
  unless: readonly UndoRefusal[] = [],
): Promise<void> {
  const [row] = await tx.query<{ why: string | null; version: number | null; read: number | null }>(
    `select case ${branchesOf([...WHATEVER, ...unless])} end as why, s.version, d.version as read
     from desk.decision d left join desk.submission s on s.id = d.submission_id cross join ${askerFrom(2)}
     where d.id = $1::bigint`,
    [id, ...askerValues(asker)],
  );
  if (row === undefined || row.why === 'not-found') throw new NotFound();
  if (row.why === null) return;
  if (row.why === 'may-not-suspend') throw new Forbidden(row.why);
  throw new Conflict(row.why, row.why === 'corrected-since' ? { version: row.version ?? 0, read: row.read ?? 0 } : {});
}
