import { IsNull, Not } from 'typeorm';
import type { Transaction } from '../../database/transaction.js';
import { Conflict } from '../../errors/errors.js';
import { ThreadEntity } from '../../threads/thread.entity.js';
import type { LockedThread } from './lock-thread.js';

type Place = Pick<LockedThread, 'id' | 'category'>;

export type Mark = 'lock' | 'unlock' | 'pin' | 'unpin';

/** The most threads that may be pinned on top of a category; more would hide the new ones. */
export const MOST_PINNED = 5;

/**
 * Locks a thread, pins it on top of its category, or undoes either. @throws Conflict when it is so already
 * (`marked-already`), or when as many as there may be are pinned there (`too-many-pinned`).
 */
export async function markThread(
  tx: Transaction,
  { id, category, locked, pinnedAt }: LockedThread,
  mark: Mark,
  at: Date,
): Promise<void> {
  const isSo = { lock: locked, unlock: !locked, pin: pinnedAt !== null, unpin: pinnedAt === null }[mark];
  if (isSo) throw new Conflict('marked-already');
  if (mark === 'lock' || mark === 'unlock')
    await tx.repository(ThreadEntity).update({ id }, { locked: mark === 'lock' });
  else await pin(tx, { id, category }, mark === 'pin' ? at : null);
  await tx.tell({ news: 'ThreadChanged', category, thread: id });
}

async function pin(tx: Transaction, { id, category }: Place, at: Date | null): Promise<void> {
  // Without this lock, two moderators who pin at once would both find a free place.
  if (at !== null) await tx.query('select 1 from category where id = $1 for update', [category]);
  const pinned =
    at === null ? 0 : await tx.repository(ThreadEntity).countBy({ categoryId: category, pinnedAt: Not(IsNull()) });
  if (pinned >= MOST_PINNED) throw new Conflict('too-many-pinned', { most: MOST_PINNED });
  await tx.repository(ThreadEntity).update({ id }, { pinnedAt: at });
}

/** Pins the thread again with its former date, where there is still room. */
export async function pinAgain(tx: Transaction, place: Place, at: Date): Promise<void> {
  await pin(tx, place, at).catch((problem: unknown) => {
    if (!(problem instanceof Conflict)) throw problem;
  });
}
