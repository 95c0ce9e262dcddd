import type { QueryRunner } from 'typeorm';

/** The migrations of before the first release, in their order; the number 0004 was never used. */
export const BEFORE = [
  'Published1763800000001',
  'People1763800000002',
  'Desk1763800000003',
  'DeskGrows1763800000005',
  'Policies1763800000006',
  'UndoAndReasons1763800000007',
  'QueueAndClaims1763800000008',
  'Bulk1763800000009',
  'AfterPublication1763800000010',
  'MailAndNotices1763800000011',
  'Openness1763800000012',
  'Articles1763800000013',
  'People1763800000014',
  'Moving1763800000015',
  'Spip1763800000016',
  'SiteAdministration1763800000017',
  'FollowCodes1763800000018',
  'AlertsAboutPeople1763800000019',
  'Untold1763800000020',
  'MergedArticles1763800000021',
  'OneProfileWaits1763800000022',
];

/**
 * The migrations that replace them and make the same tables, written as a description of the model. Later migrations
 * run on every database.
 */
export const SINCE = [
  'Published1763700000001',
  'ArticlesAndOpenness1763700000002',
  'People1763700000003',
  'Submissions1763700000004',
  'Desk1763700000005',
  'EarlierTexts1763700000006',
  'Jobs1763700000007',
  'FirstReasons1763700000008',
];

/** Some of the earlier migrations have run and others have not: the tables belong to no known version. */
export class UnfinishedTables extends Error {
  constructor(missing: readonly string[]) {
    super(
      'These data come from a version of Palabre of before the first release, and have not gone through all of ' +
        'its steps. ' +
        `Missing (${missing.length} of ${BEFORE.length}): ${missing.join(', ')}. Nothing was changed. ` +
        'Open them once with the last version that had these steps (29 November 2026), then with this one.',
    );
    this.name = 'UnfinishedTables';
  }
}

/**
 * A database whose tables the earlier migrations have made is kept as it is: one statement changes the list of
 * migrations that have run, and nothing else. Must run before anything else is created. @throws UnfinishedTables
 */
export async function carryOver(owner: QueryRunner): Promise<void> {
  const [list] = (await owner.query(`select to_regclass('migration') is not null as made`)) as { made: boolean }[];
  if (!list?.made) return;
  const run = (await owner.query('select name from migration where name = any($1)', [BEFORE])) as { name: string }[];
  if (run.length === 0) return;
  const missing = BEFORE.filter((name) => !run.some((each) => each.name === name));
  if (missing.length > 0) throw new UnfinishedTables(missing);
  await owner.query(
    `with earlier as (delete from migration where name = any($1))
     insert into migration (timestamp, name) select right(name, 13)::bigint, name
       from unnest($2::text[]) with ordinality as since (name, nth) order by nth`,
    [BEFORE, SINCE],
  );
}
