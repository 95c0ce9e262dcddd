import type { TieFacts } from '../../threads/tie-facts.js';
import type { Transaction } from '../../database/transaction.js';
import type { Published } from '../published.js';
import { putTie } from './put-tie.js';

/**
 * Ties a thread to the town that its author named, once it is published. When it is published again unchanged, it stays
 * tied as a moderator has left it; only if its author names another town than before does that town replace the
 * moderator's. Does nothing for a thread that was merged into another one.
 */
export async function putSentTie(tx: Transaction, { thread, number }: Published, { town }: TieFacts): Promise<void> {
  if (number !== 1) return;
  const [last] = await tx.query<{ town: string | null; category: number }>(
    `select t.category_id as category, (select k.town_code from desk.kept_town k where k.thread_id = t.id and k.sent
       order by k.id desc limit 1) as town
     from thread t where t.id = $1`,
    [thread],
  );
  const today = town === null ? null : await codeOfToday(tx, town);
  if (last === undefined || last.town === today) return;
  await putTie(tx, { id: thread, category: last.category }, today, { sent: true });
}

/**
 * Called when the author has withdrawn the first post, wherever it stands: the town that they named goes with their
 * words.
 */
export async function forgetSentTies(tx: Transaction, { thread, number }: Published): Promise<void> {
  await tx.query(
    `update desk.kept_town k set town_code = null where k.sent and (k.thread_id = $1 and $2 = 1 or k.thread_id in (
       select m.thread_id from post_moved m where m.number = 1 and m.to_thread = $1 and m.to_number = $2))`,
    [thread, number],
  );
}

/** The code of the town today, since it may have merged into another one while the thread waited. */
async function codeOfToday(tx: Transaction, code: string): Promise<string | null> {
  const [row] = await tx.query<{ code: string }>(
    'select code from town where code = coalesce((select town_code from former_town where code = $1), $1)',
    [code],
  );
  return row?.code ?? null;
}
