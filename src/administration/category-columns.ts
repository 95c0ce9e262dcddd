import { CategoryEntity } from '../categories/category.entity.js';
import type { Transaction } from '../database/transaction.js';
import type { CategorySettings } from './category-settings.js';

/** Columns of a category `c` as its administrators set them. */
export const SETTINGS = `c.name, c.description, c.audience, c.closed, c.opens, c.takes,
  c.guests_write as "guestsWrite", c.hold,
  c.accepted_until as "acceptedUntil", c.agreement, c.closes_after as "closesAfter", c.edits, c.organizers, c.history,
  c.documents, c.documents_held as "documentsHeld"`;

function values(settings: CategorySettings): unknown[] {
  const {
    name,
    description,
    audience,
    closed,
    opens,
    takes,
    guestsWrite,
    hold,
    acceptedUntil,
    agreement,
    closesAfter,
    edits,
    organizers,
    history,
    documents,
    documentsHeld,
  } = settings;
  return [
    name,
    description,
    audience,
    closed,
    opens,
    takes,
    guestsWrite,
    hold,
    acceptedUntil,
    agreement,
    closesAfter,
    edits,
    organizers,
    history,
    documents,
    documentsHeld,
  ];
}

/** Puts the new category at the end of the list. Null when the address is taken. */
export async function insertCategory(
  tx: Transaction,
  slug: string,
  settings: CategorySettings,
): Promise<number | null> {
  const [row] = await tx.query<{ id: number }>(
    `insert into category (slug, name, description, audience, closed, opens, takes, guests_write, hold, accepted_until,
      agreement,
       closes_after, edits, organizers, history, documents, documents_held, position)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
       coalesce(max(position), 0) + 1 from category
     on conflict (slug) do nothing returning id`,
    [slug, ...values(settings)],
  );
  return row?.id ?? null;
}

export async function updateCategory(tx: Transaction, id: number, settings: CategorySettings): Promise<void> {
  await tx.repository(CategoryEntity).update({ id }, settings);
}
