import type { VisibleCategory } from '../threads/visible.js';

/** Columns of a category called `c`, prefixed so that one query can carry a thread, its category and its posts. */
export const CATEGORY_COLUMNS = `c.id as "categoryId", c.slug as "categorySlug", c.name as "categoryName",
  c.description as "categoryDescription", c.audience as "categoryAudience", c.guests_write as "categoryGuestsWrite",
  c.hold as "categoryHold", c.accepted_until as "categoryAcceptedUntil", c.edits as "categoryEdits",
  c.organizers as "categoryOrganizers",
    c.closed as "categoryClosed", c.opens as "categoryOpens", c.takes as "categoryTakes",
    c.closes_after as "categoryClosesAfter", c.documents as "categoryDocuments",
    c.thread_count as "categoryThreadCount",
  c.post_count as "categoryPostCount", exists (select 1 from host_site
    where category_id = c.id) as "categoryOfArticles"`;

export interface CategoryRow {
  categoryId: number;
  categorySlug: string;
  categoryName: string;
  categoryDescription: string;
  categoryAudience: VisibleCategory['audience'];
  categoryGuestsWrite: boolean;
  categoryHold: VisibleCategory['hold'];
  categoryAcceptedUntil: number;
  categoryEdits: VisibleCategory['edits'];
  categoryOrganizers: VisibleCategory['organizers'];
  categoryClosed: boolean;
  categoryOpens: VisibleCategory['opens'];
  categoryTakes: VisibleCategory['takes'];
  categoryClosesAfter: number | null;
  categoryDocuments: VisibleCategory['documents'];
  categoryThreadCount: number;
  categoryPostCount: number;
  categoryOfArticles: boolean;
}

export function categoryFrom(row: CategoryRow): VisibleCategory {
  return {
    id: row.categoryId,
    slug: row.categorySlug,
    name: row.categoryName,
    description: row.categoryDescription,
    audience: row.categoryAudience,
    guestsWrite: row.categoryGuestsWrite,
    hold: row.categoryHold,
    acceptedUntil: row.categoryAcceptedUntil,
    edits: row.categoryEdits,
    organizers: row.categoryOrganizers,
    closed: row.categoryClosed,
    opens: row.categoryOpens,
    takes: row.categoryTakes,
    closesAfter: row.categoryClosesAfter,
    documents: row.categoryDocuments,
    threadCount: row.categoryThreadCount,
    postCount: row.categoryPostCount,
    ofArticles: row.categoryOfArticles,
  };
}
