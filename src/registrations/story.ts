import { Injectable } from '@nestjs/common';
import type { Queries } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Conflict, Forbidden, NotFound } from '../errors/errors.js';
import { lockDates, readDates } from '../publishing/workshops/date-states.js';
import type { Visitor } from '../visitors/visitor.js';
import { lockWorkshop, type ReadWorkshop, readWorkshop } from './lock-workshop.js';
import { isOwnLeaving, mayComeBack, mayUndo } from './may-undo.js';
import { namedReport } from './reports.js';
import { takeBack, type Standing, stillStands } from './take-back.js';
import { tellStory } from '../publishing/workshops/tell-story.js';
import type { Acted, ActDetail, ActedHost, WorkshopAct } from '../publishing/workshops/workshop-act.js';

/** One act of the story of a workshop. */
export interface StoryLine {
  /** The id of the act, in digits. */
  id: string;
  at: Date;
  act: WorkshopAct;
  /** The name of who did it; empty where nobody did, because a host has lost the role. */
  by: string;
  /** The host whom it is about; empty where it is about none. */
  host: string;
  detail: ActDetail;
  undone: boolean;
  /** Whether it can be undone: what it changed is still as the act left it. */
  undoable: boolean;
}

type Row = Omit<StoryLine, 'undoable'> & { member: number | null };

const LINES = 100;
/**
 * Acts without a way back in the story. Decisions about registrations are changed where they are made, on the list of
 * those who come.
 */
const FINAL: ReadonlySet<WorkshopAct> = new Set(['undo', 'depart', 'admit', 'decline']);

/** The acts of hosts on their workshop, for its hosts and administrators to read, and the undoing of each. */
@Injectable()
export class Story {
  constructor(private readonly writer: Writer) {}

  /** The last ones, the newest first. @throws NotFound */
  async of(visitor: Visitor, thread: number, now: Date): Promise<StoryLine[]> {
    const workshop = await readWorkshop(this.writer, visitor, thread, now);
    if (!maySee(visitor, workshop)) throw new NotFound();
    const standing = await standingOf(this.writer, workshop, await readDates(this.writer, thread));
    const rows = await rowsOf(this.writer, thread, null);
    return rows.map(({ member: _member, ...row }) => ({
      ...row,
      undoable: mayUndo(visitor, workshop, row) && isUndoable(row, standing, now),
    }));
  }

  /** What this visitor has just done there; null for anything else. */
  async own({ member }: Visitor, thread: number, id: string): Promise<Acted | null> {
    const [row] = await rowsOf(this.writer, thread, id);
    return row === undefined || row.member !== (member?.id ?? 0) ? null : { id: row.id, act: row.act };
  }

  /** @throws NotFound; Forbidden for helpers; Conflict when it was undone already, or something has followed. */
  undo(visitor: Visitor, thread: number, id: string, now: Date): Promise<Acted> {
    return this.writer.transaction(async (tx) => {
      const workshop = await lockWorkshop(tx, visitor, thread, now);
      const [row] = await rowsOf(tx, thread, id);
      const sees = maySee(visitor, workshop);
      if (row === undefined || (!sees && !isOwnLeaving(row, workshop))) throw new NotFound();
      if (row.undone) throw new Conflict('undone-already');
      if (!sees && !(await mayComeBack(tx, workshop, row, now))) throw new Conflict('act-followed');
      if (sees && !mayUndo(visitor, workshop, row)) throw new Forbidden('helper-removes-none');
      const standing = await standingOf(tx, workshop, await lockDates(tx, thread));
      if (!isUndoable(row, standing, now)) throw new Conflict('act-followed');
      await takeBack(tx, workshop, row, now);
      const { detail } = row;
      return tellStory(tx, thread, { by: workshop.member.id, act: 'undo', detail, undoes: id }, now);
    });
  }
}

function maySee(visitor: Visitor, { rights }: ReadWorkshop): boolean {
  return rights !== null || visitor.isAdministrator;
}

function isUndoable({ act, undone, detail }: Omit<Row, 'member'>, standing: Standing, now: Date): boolean {
  return !FINAL.has(act) && !undone && stillStands({ act, detail }, standing, now);
}

async function standingOf(
  from: Queries,
  { thread, admission }: ReadWorkshop,
  dates: Standing['dates'],
): Promise<Standing> {
  const hosts = await from.query<ActedHost>(
    `select member_id as member, by_role as "byRole", is_shown as "isShown" from private.workshop_host
     where thread_id = $1`,
    [thread],
  );
  return {
    admission,
    dates,
    hosts: new Map(hosts.map((host) => [host.member, host])),
    report: await namedReport(from, thread),
  };
}

async function rowsOf(from: Queries, thread: number, id: string | null): Promise<Row[]> {
  return from.query<Row>(
    `select w.id::text, w.acted_at as at, w.act, w.member_id as member, coalesce(m.name, '') as by,
       coalesce(o.name, '') as host, w.detail,
       exists (select from private.workshop_act u where u.undoes = w.id) as undone
     from private.workshop_act w left join member m on m.id = w.member_id
     left join member o on o.id = (w.detail -> 'host' ->> 'member')::int
     where w.thread_id = $1 and ($2::bigint is null or w.id = $2) order by w.id desc limit ${LINES}`,
    [thread, id],
  );
}
