import type { QueryRunner } from 'typeorm';

/** In bytes: what is larger has had changes enough for autovacuum to look at it within a minute. */
const SMALL = 1_048_576;

/**
 * Has PostgreSQL look at small tables that it has never looked at. It does so by itself after fifty changes only, so
 * that a forum with eight categories, or one that was restored, may be without for days; and who plans a query of
 * thousands of threads knowing nothing of eight categories expects thirty of them, and reads all one by one.
 */
export async function analyzeSmallTables(owner: Pick<QueryRunner, 'query'>): Promise<void> {
  const unknown = (await owner.query(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'desk', 'private') and c.relkind = 'r' and c.reltuples < 0
       and pg_relation_size(c.oid) between 1 and $1 order by 1`,
    [SMALL],
  )) as { name: string }[];
  if (unknown.length > 0) await owner.query(`analyze ${unknown.map(({ name }) => name).join(', ')}`);
}
