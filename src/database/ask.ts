import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { SteadyClient } from './steady-client.js';

/**
 * Rows of one statement in a transaction of its own. By the driver's pool and not by TypeORM's `query`, which asks its
 * subscribers and its log before and after each statement and wraps what it answers: a tenth of what a page costs.
 */
export async function ask<T>(source: DataSource, sql: string, parameters: unknown[]): Promise<T[]> {
  const { driver } = source as unknown as { driver: PostgresDriver };
  const [client, release] = (await driver.obtainMasterConnection()) as [SteadyClient, () => void];
  try {
    return await askOn<T>(client, sql, parameters);
  } finally {
    release();
  }
}

type Ask = <T>(sql: string, parameters?: unknown[]) => Promise<T[]>;

/**
 * Several questions by one connection, each in a transaction of its own. Those of one turn leave by one call of the
 * system, and most of their answers come by another: with a connection for each, these calls and taking the connections
 * were a sixth of what the desk cost.
 */
export async function askTogether<T>(source: DataSource, work: (asking: Ask) => Promise<T>): Promise<T> {
  const { driver } = source as unknown as { driver: PostgresDriver };
  const [client, release] = (await driver.obtainMasterConnection()) as [SteadyClient, () => void];
  const asked: Promise<unknown>[] = [];
  try {
    return await work((sql, parameters = []) => {
      const answer = askOn<never>(client, sql, parameters);
      asked.push(answer);
      return answer;
    });
  } finally {
    // When one has failed, others may still be under way.
    await Promise.allSettled(asked);
    release();
  }
}

/** The same on a connection that somebody has, maybe in the middle of a transaction. */
export async function askOn<T>(client: SteadyClient, sql: string, parameters: unknown[]): Promise<T[]> {
  // Of several statements in one text there are several results, and nobody asks for their rows.
  const { rows } = (await client.query(sql, parameters)) as unknown as { rows?: T[] };
  return rows ?? [];
}
