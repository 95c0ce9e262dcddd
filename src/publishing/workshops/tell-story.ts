import type { Transaction } from '../../database/transaction.js';
import { Conflict } from '../../errors/errors.js';
import type { Acted, ActDetail, WorkshopAct } from './workshop-act.js';

/** Writes an act into the story of a workshop. @throws Conflict when what it undoes was undone by another one. */
export async function tellStory(
  tx: Transaction,
  thread: number,
  {
    by,
    act,
    detail,
    undoes = null,
  }: { by: number | null; act: WorkshopAct; detail: ActDetail; undoes?: string | null },
  at: Date,
): Promise<Acted> {
  const [row] = await tx.query<{ id: string }>(
    `insert into private.workshop_act (thread_id, member_id, acted_at, act, detail, undoes)
     values ($1, $2, $3, $4, $5, $6) on conflict (undoes) do nothing returning id::text`,
    [thread, by, at, act, JSON.stringify(detail), undoes],
  );
  if (row === undefined) throw new Conflict('undone-already');
  return { id: row.id, act };
}
