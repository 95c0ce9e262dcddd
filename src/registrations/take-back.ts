import type { Transaction } from '../database/transaction.js';
import { Conflict } from '../errors/errors.js';
import { addDate, changeDate, type DateState, dropDate } from '../publishing/workshops/date-states.js';
import { READS_WORKSHOP } from '../submissions/runs-workshop.js';
import { runsItAt } from './host-rights.js';
import type { LockedWorkshop } from './lock-workshop.js';
import { dropHost, putHost } from './put-host.js';
import { putReport } from './reports.js';
import { takenSeats } from './seats.js';
import { sameState } from './same-state.js';
import type { ActDetail, ActedHost, FormerHost, WorkshopAct } from '../publishing/workshops/workshop-act.js';

/** How a workshop is now, in all that acts of hosts can change. */
export interface Standing {
  admission: LockedWorkshop['admission'];
  dates: ReadonlyMap<string, DateState>;
  /** By the ids of members. */
  hosts: ReadonlyMap<number, ActedHost>;
  /** The number of the post that tells what came out of it. */
  report: number | null;
}

interface Act {
  act: WorkshopAct;
  detail: ActDetail;
}

/**
 * Whether an act can still be taken back: everything that it changed is still as the act left it, and none of its dates
 * is over, neither as it was before nor as it is now.
 */
export function stillStands(
  { act, detail: { host, dates = [], admission, report } }: Act,
  standing: Standing,
  now: Date,
): boolean {
  if (admission !== undefined && admission.to !== standing.admission) return false;
  if (report !== undefined && report.to !== standing.report) return false;
  if (host !== undefined) {
    const stands = standing.hosts.get(host.member);
    const goes = act === 'leave' || act === 'remove';
    if (goes !== (stands === undefined)) return false;
    if (!goes && stands !== undefined && (stands.isShown !== host.isShown || stands.byRole !== host.byRole))
      return false;
  }
  return dates.every(({ id, from, to }) => {
    const ends = [from, to].flatMap((state) => (state === null ? [] : [state.endsAt]));
    return sameState(standing.dates.get(id) ?? null, to) && ends.every((end) => new Date(end) > now);
  });
}

/** @throws Conflict where a host may not come back: suspended, without the role, or where they may not read it. */
export async function takeBack(
  tx: Transaction,
  workshop: LockedWorkshop,
  { act, detail: { host, before, dates = [], admission, report } }: Act,
  now: Date,
): Promise<void> {
  const { thread, category } = workshop;
  for (const { id, from, to } of dates) {
    if (await isRegisteredFor(tx, id, from)) throw new Conflict('act-followed');
    if (from === null) await dropDate(tx, thread, id);
    else if (to === null) await addDate(tx, thread, { id, ...from }, now);
    else await changeDate(tx, id, from, now);
  }
  if (admission !== undefined)
    await tx.query('update workshop set admission = $2 where thread_id = $1', [thread, admission.from]);
  if (report !== undefined) await putReport(tx, thread, report.from);
  if (host !== undefined)
    await takeHostBack(tx, workshop, { host, before: before === undefined ? guessed(act, host, now) : before }, now);
  if (host === undefined) await tx.tell({ news: 'WorkshopChanged', category, thread });
}

/** Whether somebody has registered since, who would have no date or no seat after the act is taken back. */
async function isRegisteredFor(tx: Transaction, date: string, from: DateState | null): Promise<boolean> {
  if (from !== null) return from.seats !== null && (await takenSeats(tx, date)) > from.seats;
  const [registered] = await tx.query(
    `select from private.registration where date_id = $1 and state <> 'cancelled' limit 1`,
    [date],
  );
  return registered !== undefined;
}

async function takeHostBack(
  tx: Transaction,
  workshop: LockedWorkshop,
  { host: { member }, before }: { host: ActedHost; before: FormerHost | null },
  now: Date,
): Promise<void> {
  if (before === null) {
    await dropHost(tx, workshop, member);
    return;
  }
  await putHost(tx, workshop, { member, byRole: before.byRole, isShown: before.isShown }, new Date(before.since));
  const [runs] = await tx.query(
    `select from private.workshop_host h join member m on m.id = h.member_id
     join private.account a on a.member_id = m.id join thread t on t.id = h.thread_id
     join category c on c.id = t.category_id
     where h.thread_id = $1 and h.member_id = $2 and ${runsItAt('$3')} and ${READS_WORKSHOP}`,
    [workshop.thread, member, now],
  );
  if (runs === undefined) throw new Conflict('act-followed');
}

/** Of an act that did not keep how its host was one before. */
function guessed(act: WorkshopAct, { byRole, isShown }: ActedHost, now: Date): FormerHost | null {
  if (act === 'take' || act === 'add') return null;
  const wasShown = act === 'show' ? false : act === 'hide' ? true : isShown;
  return { byRole, isShown: wasShown, since: now.toISOString() };
}
