import type { Transaction } from '../../database/transaction.js';
import { Conflict } from '../../errors/errors.js';
import type { LockedThread } from './lock-thread.js';

type Place = Pick<LockedThread, 'id' | 'category'>;

export type Mark = 'lock' | 'unlock' | 'pin' | 'unpin';

/** So many stand on top of a category; more would push what is new out of sight. */
export const MOST_PINNED = 5;

/**
 * Locks a thread, pins it on top of its category, or takes either back. @throws Conflict when it is so already
 * (`marked-already`), or when as many as there may be are pinned there (`too-many-pinned`).
 */
export async function markThread(tx: Transaction, { id, category, locked, pinnedAt }: LockedThread, mark: Mark, at: Date): Promise<void> {
  const isSo = { lock: locked, unlock: !locked, pin: pinnedAt !== null, unpin: pinnedAt === null }[mark];
  if (isSo) throw new Conflict('marked-already');
  if (mark === 'lock' || mark === 'unlock') await tx.query('update thread set locked = $2 where id = $1', [id, mark === 'lock']);
  else await pin(tx, { id, category }, mark === 'pin' ? at : null);
  await tx.tell({ news: 'ThreadChanged', category, thread: id });
}

async function pin(tx: Transaction, { id, category }: Place, at: Date | null): Promise<void> {
  // Two who pin at once would both find room for one more.
  if (at !== null) await tx.query('select 1 from category where id = $1 for update', [category]);
  const [row] = at === null ? [] : await tx.query<{ pinned: number }>(
    'select count(*)::int as pinned from thread where category_id = $1 and pinned_at is not null', [category],
  );
  if ((row?.pinned ?? 0) >= MOST_PINNED) throw new Conflict('too-many-pinned', { most: MOST_PINNED });
  await tx.query('update thread set pinned_at = $2 where id = $1', [id, at]);
}

/** On top of its category as before, where there is still room. */
export async function pinAgain(tx: Transaction, place: Place, at: Date): Promise<void> {
  await pin(tx, place, at).catch((problem: unknown) => {
    if (!(problem instanceof Conflict)) throw problem;
  });
}
