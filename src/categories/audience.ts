import type { Audience } from '../threads/visible.js';

const WIDENING: readonly Audience[] = ['everyone', 'members', 'staff'];

/** The audiences whose categories somebody of `audience` may read: their own, and those for more people. */
export function audiencesOf(audience: Audience): Audience[] {
  return WIDENING.slice(0, WIDENING.indexOf(audience) + 1);
}

/**
 * SQL: whether the audiences in this parameter may read the category in this column. The ids are looked up once, as a
 * list, and not by a join. PostgreSQL has no statistics of so small a table (it makes them after fifty changes only):
 * for a join it would expect hardly any row, and choose a plan that reads all of them one by one.
 */
export function isReadBy(column: string, audiences: string): string {
  return `${column} = any(array(select id from category where audience = any(${audiences})))`;
}
