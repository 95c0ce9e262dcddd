import { DecisionLog, type LogRow } from '../src/desk/decisions/decision-log.js';
import { Undo } from '../src/desk/undoing/undo.js';
import { Problem } from '../src/errors/errors.js';
import { Visitor } from '../src/visitors/visitor.js';
import type { World } from './world.js';

/** A row of the log that one of the team reads, and what an undo of it is answered; null where it is done. */
export interface TriedUndo {
  what: string;
  offered: boolean;
  refused: string | null;
}

class Back extends Error {}

/** All who have a desk, as they are by now. */
async function team(world: World): Promise<Visitor[]> {
  const rows = await world.writer.query<{
    id: number;
    name: string;
    role: 'moderator' | 'administrator';
    of: number[];
  }>(
    `select m.id, m.name, m.role, array(select c.category_id from desk.moderator_category c
      where c.member_id = m.id) as of
     from member m where m.role in ('moderator', 'administrator') order by m.id`,
  );
  return rows.map(({ of, ...member }) =>
    Visitor.of({ ...member, language: null, acceptedCount: 0, moderates: of.length === 0 ? null : of }, null),
  );
}

/** Undoes what the row says, and takes that back. */
async function tried(world: World, who: Visitor, row: LogRow): Promise<string | null> {
  try {
    await world.writer.transaction(async (tx) => {
      await world.app.get(Undo, { strict: false }).undoIn(tx, who, row.id, world.clock.now());
      throw new Back();
    });
  } catch (error) {
    if (error instanceof Back) return null;
    return error instanceof Problem ? error.code : String(error);
  }
  return null;
}

/** Whatever each of the team reads in the log, with what becomes of it when they undo it; nothing is changed by it. */
export async function triedUndoings(world: World): Promise<TriedUndo[]> {
  const all: TriedUndo[] = [];
  for (const who of await team(world)) {
    let before: string | undefined;
    do {
      const page = await world.app.get(DecisionLog, { strict: false }).page(who, {}, before, world.clock.now());
      for (const row of page.rows)
        all.push({
          what: `${row.decision} ${row.kind ?? 'nothing sent'} ${row.id}, by ${who.member?.name ?? ''}`,
          offered: row.undoable,
          refused: await tried(world, who, row),
        });
      before = page.next ?? undefined;
    } while (before !== undefined);
  }
  return all;
}

/** What is offered and would be refused, and what would be done and is not offered. */
export function wronglyOffered(all: readonly TriedUndo[]): TriedUndo[] {
  return all.filter(({ offered, refused }) => offered !== (refused === null));
}
