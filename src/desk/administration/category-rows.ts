import type { Transaction } from '../../database/transaction.js';
import type { CategorySettings } from './category-settings.js';

/** Columns of a category `c` as its administrators set them. */
export const SETTINGS = `c.name, c.description, c.audience, c.closed, c.guests_write as "guestsWrite", c.hold,
  c.accepted_until as "acceptedUntil", c.agreement, c.closes_after as "closesAfter", c.edits, c.history`;

function values(settings: CategorySettings): unknown[] {
  const { name, description, audience, closed, guestsWrite, hold, acceptedUntil, agreement, closesAfter, edits, history } = settings;
  return [name, description, audience, closed, guestsWrite, hold, acceptedUntil, agreement, closesAfter, edits, history];
}

/** Null when the address is taken. It comes last in the list. */
export async function insertCategory(tx: Transaction, slug: string, settings: CategorySettings): Promise<number | null> {
  const [row] = await tx.query<{ id: number }>(
    `insert into category (slug, name, description, audience, closed, guests_write, hold, accepted_until, agreement, closes_after,
       edits, history, position)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, coalesce(max(position), 0) + 1 from category
     on conflict (slug) do nothing returning id`,
    [slug, ...values(settings)],
  );
  return row?.id ?? null;
}

export async function updateCategory(tx: Transaction, id: number, settings: CategorySettings): Promise<void> {
  await tx.query(
    `update category set name = $2, description = $3, audience = $4, closed = $5, guests_write = $6, hold = $7, accepted_until = $8,
       agreement = $9, closes_after = $10, edits = $11, history = $12 where id = $1`,
    [id, ...values(settings)],
  );
}
