import { runMigrations } from 'graphile-worker';
import { escapeIdentifier } from 'pg';
import type { QueryRunner } from 'typeorm';
import type { Connection } from './connection.js';
import { CONNECTING_AT_START } from './connecting.js';
import { JobConnection } from './job-connection.js';
import { jobLogger } from './job-logger.js';

/**
 * What the writer may do with the tables of graphile-worker, whose names beginning with _private_ say that they are
 * its own.
 */
export const JOB_RIGHTS = [
  'grant usage on schema graphile_worker to',
  'grant select, insert, update, delete on graphile_worker._private_jobs to',
  'grant select, insert, update on graphile_worker._private_tasks, graphile_worker._private_job_queues to',
];

const TABLES = ['_private_jobs', '_private_tasks', '_private_job_queues'];

/** The library's own migrations, as the owner: neither login may make a table, so the worker must find them ready. */
export async function migrateJobs(own: Connection): Promise<void> {
  const pool = new JobConnection({ ...own, application_name: 'palabre start' }).pool(1, CONNECTING_AT_START);
  try {
    await runMigrations({ pgPool: pool, logger: jobLogger(), noPreparedStatements: true });
  } finally {
    await pool.end();
  }
}

/**
 * The library switches row level security on without a policy, so that only the owner sees rows. The writer gets a
 * policy. The writer alone may call the function that adds a job and the one that frees the jobs of dead processes.
 */
export async function letWork(owner: QueryRunner, writer: string): Promise<void> {
  await owner.query('revoke execute on all functions in schema graphile_worker from public');
  const to = escapeIdentifier(writer);
  const functions = (await owner.query(
    `select oid::regprocedure::text as name from pg_proc
     where pronamespace = 'graphile_worker'::regnamespace and proname in ('add_job', 'add_jobs',
       'force_unlock_workers')`,
  )) as { name: string }[];
  for (const { name } of functions) await owner.query(`grant execute on function ${name} to ${to}`);
  for (const table of TABLES) {
    const known = (await owner.query(
      `select from pg_policies where schemaname = 'graphile_worker' and tablename = $1 and $2 = any(roles)
        and policyname = $2`,
      [table, writer],
    )) as unknown[];
    if (known.length === 0)
      await owner.query(`create policy ${to}
      on graphile_worker.${table} to ${to} using (true) with check (true)`);
  }
}
