import type pg from 'pg';

/**
 * A job is locked by the name of the pool that does it, and the library frees it four hours later, because it cannot
 * know who is alive. The database can: each pool gives its name to the connection that it listens with, and that
 * connection ends with its process, however it ended.
 */
export async function nameAfter(client: pg.PoolClient, pool: string): Promise<void> {
  await client.query(`select set_config('application_name', $1, false)`, [pool]).catch(() => undefined);
}

/** The two seconds are for a pool that has begun and not yet said its name. */
export async function freeJobsOfTheDead(pool: pg.Pool): Promise<void> {
  await pool.query(
    `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from graphile_worker._private_jobs j
     where locked_at < statement_timestamp() - interval '2 seconds' and not exists (
       select from pg_stat_activity a where a.datname = current_database() and a.application_name = j.locked_by)`,
  );
}

/**
 * A repeating job that was locked when its next turn was put down has lost its key: the library holds it back as one
 * that has failed too often. Where its process ended before the job did, such a row would stay for ever.
 */
export async function dropReplacedJobs(pool: pg.Pool, repeating: readonly string[]): Promise<void> {
  await pool.query(
    `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
     where t.id = j.task_id and t.identifier = any($1) and j.key is null and j.attempts >= j.max_attempts
       and j.locked_at is null`,
    [repeating],
  );
}
