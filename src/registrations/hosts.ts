import { Injectable } from '@nestjs/common';
import type { Queries, Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors/errors.js';
import { nameKey } from '../members/name-key.js';
import { isSuspendedAt } from '../members/suspension.js';
import { audiencesOf } from '../categories/audience.js';
import type { Audience } from '../threads/visible.js';
import type { Role, Visitor } from '../visitors/visitor.js';
import { type HostRights, hostRights, runsItAt } from './host-rights.js';
import { type LockedWorkshop, lockWorkshop } from './lock-workshop.js';
import { dropHost, putHost } from './put-host.js';
import { tellStory } from '../publishing/workshops/tell-story.js';
import type { Acted, ActDetail, HostAct } from '../publishing/workshops/workshop-act.js';

export interface Host {
  member: number;
  name: string;
  role: Role;
  byRole: boolean;
  isShown: boolean;
}

/** The most hosts of one workshop, since each of them may read who comes. */
const MOST = 20;

/** Who runs workshops. Registration is open only where somebody does. */
@Injectable()
export class Hosts {
  constructor(private readonly writer: Writer) {}

  /** Those who run it now, the first one first. */
  async of(thread: number, now: Date): Promise<Host[]> {
    return hostsOf(this.writer, thread, now);
  }

  rights(visitor: Visitor, thread: number, now: Date): Promise<HostRights | null> {
    return hostRights(this.writer, visitor, thread, now);
  }

  /**
   * `member` is a name, where somebody else is meant. Null when it was so already. @throws NotFound for whoever may
   * not see it, Forbidden for what only hosts, organizers or those who took it on may do, Invalid, Conflict.
   */
  act(
    visitor: Visitor,
    thread: number,
    { action, member }: { action: HostAct; member: string },
    now: Date,
  ): Promise<Acted | null> {
    return this.writer.transaction(async (tx) => {
      const workshop = await lockWorkshop(tx, visitor, thread, now);
      const done = await ACTS[action](tx, workshop, { visitor, named: member, now });
      if (done === null) return null;
      return tellStory(tx, thread, { by: workshop.member.id, act: action, detail: done }, now);
    });
  }
}

export function mayTakeOn({ role }: Visitor): boolean {
  return role === 'organizer' || role === 'administrator';
}

async function hostsOf(from: Queries, thread: number, now: Date): Promise<Host[]> {
  return from.query<Host>(
    `select m.id as member, m.name, m.role, h.by_role as "byRole", h.is_shown as "isShown"
     from private.workshop_host h join member m on m.id = h.member_id join private.account a on a.member_id = m.id
     where h.thread_id = $1 and ${runsItAt('$2')} order by h.since, m.id limit ${MOST}`,
    [thread, now],
  );
}

interface HostRequest {
  visitor: Visitor;
  named: string;
  now: Date;
}
type Done = Required<Pick<ActDetail, 'host' | 'before'>>;
type Does = (tx: Transaction, workshop: LockedWorkshop, request: HostRequest) => Promise<Done | null>;

const ACTS: Record<HostAct, Does> = { take, leave, add, remove, show: seen(true), hide: seen(false) };

async function take(tx: Transaction, workshop: LockedWorkshop, { visitor, now }: HostRequest): Promise<Done | null> {
  if (!mayTakeOn(visitor)) throw new Forbidden('not-organizer');
  if (workshop.rights?.byRole === true) return null;
  await notTooMany(tx, workshop.thread, now);
  const host = { member: workshop.member.id, byRole: true, isShown: workshop.rights?.isShown ?? false };
  return { host, before: await putHost(tx, workshop, host, now) };
}

async function leave(tx: Transaction, workshop: LockedWorkshop): Promise<Done | null> {
  const { rights, member } = workshop;
  if (rights === null) return null;
  return { host: { member: member.id, ...rights }, before: await dropHost(tx, workshop, member.id) };
}

async function add(tx: Transaction, workshop: LockedWorkshop, { named, now }: HostRequest): Promise<Done | null> {
  mustRun(workshop);
  if (named.trim() === '') throw new Invalid({ member: 'required' });
  const [found] = await tx.query<{
    id: number;
    audience: Audience;
    suspended: boolean;
    runs: boolean;
    reads: boolean;
  }>(
    `select m.id, ${isSuspendedAt('$3')} as suspended,
       exists (select from private.workshop_host h where h.thread_id = $2 and h.member_id = m.id) as runs,
       (select c.audience from category c where c.id = $4) as audience, m.role <> 'member' as reads
     from member m join private.account a on a.member_id = m.id where m.name_key = $1`,
    [nameKey(named), workshop.thread, now, workshop.category],
  );
  if (found === undefined || found.suspended) throw new Invalid({ member: 'member-unknown' });
  const { id, runs, reads, audience } = found;
  if (!audiencesOf(reads ? 'staff' : 'members').includes(audience)) throw new Invalid({ member: 'member-reads-not' });
  if (runs) return null;
  await notTooMany(tx, workshop.thread, now);
  const host = { member: id, byRole: false, isShown: false };
  return { host, before: await putHost(tx, workshop, host, now) };
}

/** A host who was added by others may not remove any of them. */
async function remove(tx: Transaction, workshop: LockedWorkshop, { named, now }: HostRequest): Promise<Done | null> {
  mustRun(workshop);
  const hosts = await hostsOf(tx, workshop.thread, now);
  const host = hosts.find(({ name }) => nameKey(name) === nameKey(named));
  if (host === undefined) return null;
  if (workshop.rights?.byRole !== true && host.member !== workshop.member.id)
    throw new Forbidden('helper-removes-none');
  const { member, byRole, isShown } = host;
  return { host: { member, byRole, isShown }, before: await dropHost(tx, workshop, member) };
}

function seen(isShown: boolean): Does {
  return async (tx, workshop, { now }) => {
    const rights = mustRun(workshop);
    if (rights.isShown === isShown) return null;
    const host = { member: workshop.member.id, byRole: rights.byRole, isShown };
    return { host, before: await putHost(tx, workshop, host, now) };
  };
}

function mustRun({ rights }: LockedWorkshop): HostRights {
  if (rights === null) throw new NotFound();
  return rights;
}

async function notTooMany(tx: Transaction, thread: number, now: Date): Promise<void> {
  if ((await hostsOf(tx, thread, now)).length >= MOST) throw new Conflict('hosts-many', { most: MOST });
}
