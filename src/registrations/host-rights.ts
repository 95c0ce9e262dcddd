import { audiencesOf } from '../categories/audience.js';
import type { Queries } from '../database/transaction.js';
import { isSuspendedAt } from '../members/suspension.js';
import { RUNS_WORKSHOP } from '../submissions/runs-workshop.js';
import type { Visitor } from '../visitors/visitor.js';

export interface HostRights {
  /** Whether they are a host by their role. Those who were added by another host may add hosts, but not remove any. */
  byRole: boolean;
  isShown: boolean;
}

/**
 * SQL: whether a host `h`, who is the member `m` with the account `a`, runs the workshop at the moment of the parameter
 * `now`. It is asked on each request, so whoever loses the role or is suspended loses every page for hosts at once.
 */
export function runsItAt(now: string): string {
  return `not ${isSuspendedAt(now)} and ${RUNS_WORKSHOP}`;
}

/** The rights of somebody who runs this workshop and may read it; null for everybody else. */
export async function hostRights(
  from: Queries,
  { member, audience }: Visitor,
  thread: number,
  now: Date,
): Promise<HostRights | null> {
  if (member === null) return null;
  const [row] = await from.query<HostRights>(
    `select h.by_role as "byRole", h.is_shown as "isShown" from private.workshop_host h
     join member m on m.id = h.member_id join private.account a on a.member_id = m.id
     join thread t on t.id = h.thread_id join category c on c.id = t.category_id
     where h.thread_id = $1 and h.member_id = $2 and ${runsItAt('$3')} and c.audience = any($4)`,
    [thread, member.id, now, audiencesOf(audience)],
  );
  return row ?? null;
}
