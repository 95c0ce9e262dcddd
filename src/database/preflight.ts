import type { DataSource } from 'typeorm';

/** The cluster of the tests, which forgets everything at a power cut because it is thrown away anyway. */
export const TEST_CLUSTER = 'palabre_test';
/** The README says so too. */
export const OLDEST = 15;

/**
 * A PostgreSQL that could lose texts after their authors were told that they are stored, or that cannot store them.
 */
export class UnfitServer extends Error {
  constructor(readonly lines: string[]) {
    super(`This PostgreSQL can't hold the forum's data:\n${lines.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'UnfitServer';
  }
}

/** Asks as the login that writes, because a setting may be another one for each login. */
export async function preflight(writer: DataSource): Promise<void> {
  const rows = await writer.query<{ name: string; setting: string }[]>(
    `select name, setting from pg_settings where name in
     ('server_version_num', 'server_version', 'server_encoding', 'fsync', 'full_page_writes', 'synchronous_commit',
       'cluster_name', 'in_hot_standby')`,
  );
  const settings = Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
  const wrong: string[] = [];
  if (Number(settings.server_version_num) < OLDEST * 10_000)
    wrong.push(`it is PostgreSQL ${settings.server_version}; ${OLDEST} or later is needed, 18 is best`);
  if (settings.server_encoding !== 'UTF8')
    wrong.push(`the database is in ${settings.server_encoding}; make it with encoding UTF8`);
  const sorting = await writer.query<object[]>(`select 1 from pg_collation where collname = 'fr-x-icu'`);
  if (sorting.length === 0) wrong.push('it can not sort French names: it was built without ICU');
  if (settings.in_hot_standby === 'on') wrong.push('it is a replica and takes no writing');
  if (settings.cluster_name !== TEST_CLUSTER)
    for (const name of ['fsync', 'full_page_writes', 'synchronous_commit'])
      if (settings[name] === 'off') wrong.push(`${name} is off: what was stored could be gone after a power cut`);
  if (wrong.length > 0) throw new UnfitServer(wrong);
}

/**
 * A replica shows a new post a moment after the news of it, so that pages without the post would be kept; and nobody
 * can listen for news on a replica.
 */
export async function refuseReplica(reader: DataSource): Promise<void> {
  const [asked] = await reader.query<{ isReplica: boolean }[]>('select pg_is_in_recovery() as "isReplica"');
  if (asked?.isReplica === true)
    throw new UnfitServer([
      'DATABASE_READER_URL leads to a replica, which is always a little late: give it the server itself',
    ]);
}
