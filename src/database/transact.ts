import type { DataSource, EntityManager } from 'typeorm';
import type { SteadyClient } from './steady-client.js';

type Statement = [text: string, values: unknown[]];

/** A transaction that has begun: for repositories, and the connection that it goes by. */
export interface OpenTransaction {
  manager: EntityManager;
  client: SteadyClient;
}

/**
 * All of `work` or nothing of it. What begins the transaction leaves together with its first statement, and `last` with
 * what ends it: nobody has to wait for an answer to either, which TypeORM would do.
 */
export async function transact<T>(
  source: DataSource,
  work: (begun: OpenTransaction) => Promise<T>,
  last: () => Statement | null,
): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    const client = (await runner.connect()) as SteadyClient;
    try {
      // Where this fails the first statement fails as well, and says so.
      client.query('begin').catch(() => undefined);
      // For repositories: otherwise each of them would begin a transaction of its own.
      (runner as { isTransactionActive: boolean }).isTransactionActive = true;
      const result = await work({ manager: runner.manager, client });
      const told = last();
      const telling = told === null ? null : client.query(...told);
      const [ended] = await Promise.all([client.query('commit'), telling]);
      if (ended.command !== 'COMMIT') throw new Error('a statement had failed, and nothing of it was stored');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  } finally {
    await runner.release();
  }
}
