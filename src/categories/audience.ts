import type { Audience } from '../threads/visible.js';

const WIDENING: readonly Audience[] = ['everyone', 'members', 'staff'];

/** The audiences whose categories somebody of `audience` may read: their own, and those for more people. */
export function audiencesOf(audience: Audience): Audience[] {
  return WIDENING.slice(0, WIDENING.indexOf(audience) + 1);
}

/**
 * SQL: whether the category in this column is read by the audiences in this parameter. Looked up once, as a list: where
 * nothing is known of so small a table (the database counts its rows only after fifty changes), a join makes the
 * planner expect hardly a row, and read all of them one by one.
 */
export function isReadBy(column: string, audiences: string): string {
  return `${column} = any(array(select id from category where audience = any(${audiences})))`;
}
