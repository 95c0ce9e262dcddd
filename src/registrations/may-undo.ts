import type { Queries } from '../database/transaction.js';
import type { Visitor } from '../visitors/visitor.js';
import type { LockedWorkshop } from './lock-workshop.js';
import type { ActDetail, WorkshopAct } from '../publishing/workshops/workshop-act.js';

interface PastAct {
  /** The id of the act, in digits. */
  id: string;
  at: Date;
  act: WorkshopAct;
  /** The member who did it. */
  member: number | null;
  detail: ActDetail;
}

/**
 * For how many milliseconds somebody who has left may come back without being added: enough for a button that was
 * pressed by mistake.
 */
const COMES_BACK_MS = 10 * 60_000;

/**
 * Whether somebody who reads the story may undo an act. For an act about a host they need the right to remove hosts:
 * otherwise a host who was added could remove, by an undo, those who have added them.
 */
export function mayUndo(
  visitor: Visitor,
  { rights, member }: Pick<LockedWorkshop, 'rights' | 'member'>,
  { detail: { host } }: Pick<PastAct, 'detail'>,
): boolean {
  if (visitor.isAdministrator || rights?.byRole === true) return true;
  return rights !== null && (host === undefined || host.member === member.id);
}

/**
 * Whether somebody who is no host any more may come back: only where their own leaving was the last that was done about
 * them, and only for COMES_BACK_MS.
 */
export async function mayComeBack(
  from: Queries,
  { thread, member }: Pick<LockedWorkshop, 'thread' | 'member'>,
  { id, at }: PastAct,
  now: Date,
): Promise<boolean> {
  if (now.getTime() - at.getTime() > COMES_BACK_MS) return false;
  const [later] = await from.query(
    `select from private.workshop_act where thread_id = $1 and id > $2
       and (detail -> 'host' ->> 'member')::int = $3 limit 1`,
    [thread, id, member.id],
  );
  return later === undefined;
}

export function isOwnLeaving({ act, member: whose }: PastAct, { member }: Pick<LockedWorkshop, 'member'>): boolean {
  return act === 'leave' && whose === member.id;
}
