import type { Queries } from '../database/transaction.js';
import type { Visitor } from '../visitors/visitor.js';
import type { LockedWorkshop } from './lock-workshop.js';
import type { ActDetail, WorkshopAct } from '../publishing/workshops/workshop-act.js';

interface PastAct {
  /** Digits. */
  id: string;
  at: Date;
  act: WorkshopAct;
  /** Whose it was. */
  member: number | null;
  detail: ActDetail;
}

/** So long may somebody who has left come back by themself: enough for a button that was pressed by mistake. */
const COMES_BACK_MS = 10 * 60_000;

/**
 * Of somebody who reads the story. What concerns a host takes what sending one away takes: otherwise whoever was added
 * would send away, by an undo, those who have added them.
 */
export function mayUndo(
  visitor: Visitor,
  { rights, member }: Pick<LockedWorkshop, 'rights' | 'member'>,
  { detail: { host } }: Pick<PastAct, 'detail'>,
): boolean {
  if (visitor.isAdministrator || rights?.byRole === true) return true;
  return rights !== null && (host === undefined || host.member === member.id);
}

/** Of somebody who runs it no more: their own leaving alone, at once, and if nobody has decided about them since. */
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
