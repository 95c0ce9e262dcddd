import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Conflict, Invalid, NotFound } from '../errors/errors.js';
import { addDate, changeDate, type DateState, lockDates } from '../publishing/workshops/date-states.js';
import { DATES } from '../submissions/thread-facts/checked-workshop.js';
import type { Visitor } from '../visitors/visitor.js';
import { lockAsHost, type LockedWorkshop } from './lock-workshop.js';
import { refuseFewerThanTaken } from './seats.js';
import { sameState } from './same-state.js';
import { tellStory } from '../publishing/workshops/tell-story.js';
import { checkedDate, type DateChange, meantDates, seatsOf, changedStates } from './changed-dates.js';
import type { Acted, ActedDate } from '../publishing/workshops/workshop-act.js';

const NEW = { movedFrom: null, state: 'planned', reason: null, isOpen: true } as const;

/** What hosts do with the dates of their workshops: it takes effect at once, since it has no words. */
@Injectable()
export class WorkshopDates {
  constructor(private readonly writer: Writer) {}

  /** Null when nothing is different afterwards. @throws NotFound for all but its hosts, Invalid, Conflict */
  act(visitor: Visitor, thread: number, id: string, request: DateChange, now: Date): Promise<Acted | null> {
    return this.writer.transaction(async (tx) => {
      const workshop = await lockAsHost(tx, visitor, thread, now);
      const meant = meantDates(await lockDates(tx, thread), id, request.scope, now);
      if (meant.length === 0) throw new NotFound();
      const changed = changedStates(meant, request, { zone: workshop.zone, now });
      const dates: ActedDate[] = meant
        .map(([each, from], at) => ({ id: each, from, to: changed[at] ?? from }))
        .filter(({ from, to }) => !sameState(from, to));
      if (dates.length === 0) return null;
      for (const { id: each, from, to } of dates)
        if (from?.seats !== to?.seats) await refuseFewerThanTaken(tx, each, to?.seats ?? null);
      await putDates(tx, workshop, dates, now);
      return tellStory(tx, thread, { by: workshop.member.id, act: request.action, detail: { dates } }, now);
    });
  }

  /**
   * One of the dates that were asked about becomes a date, under the same id. Null where it is one already: somebody
   * has pressed twice.
   */
  choose(visitor: Visitor, thread: number, id: string, now: Date): Promise<Acted | null> {
    return this.writer.transaction(async (tx) => {
      const workshop = await lockAsHost(tx, visitor, thread, now);
      const known = await lockDates(tx, thread);
      const [candidate] = await tx.query<{ startsAt: Date; endsAt: Date }>(
        `select starts_at as "startsAt", ends_at as "endsAt" from workshop_candidate where thread_id = $1 and id = $2`,
        [thread, id],
      );
      if (candidate === undefined) throw new NotFound();
      if (known.has(id)) return null;
      if (candidate.startsAt <= now) throw new Conflict('date-over');
      if (known.size >= DATES) throw new Conflict('dates-many');
      const moments = { startsAt: candidate.startsAt.toISOString(), endsAt: candidate.endsAt.toISOString() };
      const to: DateState = { ...moments, ...NEW, seats: workshop.seats };
      const dates = [{ id, from: null, to }];
      await putDates(tx, workshop, dates, now);
      return tellStory(tx, thread, { by: workshop.member.id, act: 'choose', detail: { dates } }, now);
    });
  }

  /** One more date. Null where there is one at that time already: somebody has pressed twice. */
  add(
    visitor: Visitor,
    thread: number,
    typed: { start: string; end: string; seats: string },
    now: Date,
  ): Promise<Acted | null> {
    return this.writer.transaction(async (tx) => {
      const workshop = await lockAsHost(tx, visitor, thread, now);
      const moments = checkedDate(typed, { zone: workshop.zone, now });
      const seats = typed.seats.trim() === '' ? workshop.seats : seatsOf(typed.seats);
      const known = await lockDates(tx, thread);
      if (
        [...known.values()].some(({ startsAt, endsAt }) => startsAt === moments.startsAt && endsAt === moments.endsAt)
      )
        return null;
      if (known.size >= DATES) throw new Invalid({ start: 'dates-many' });
      const to: DateState = { ...moments, ...NEW, seats };
      const dates = [{ id: randomUUID(), from: null, to }];
      await putDates(tx, workshop, dates, now);
      return tellStory(tx, thread, { by: workshop.member.id, act: 'date', detail: { dates } }, now);
    });
  }
}

async function putDates(
  tx: Transaction,
  { thread, category }: LockedWorkshop,
  dates: readonly ActedDate[],
  now: Date,
): Promise<void> {
  for (const { id, from, to } of dates)
    if (to !== null) await (from === null ? addDate(tx, thread, { id, ...to }, now) : changeDate(tx, id, to, now));
  await tx.tell({ news: 'WorkshopChanged', category, thread });
}
