import type { QueryResult } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import type { SteadyClient } from './steady-client.js';

type Statement = [text: string, values: unknown[]];

/** A transaction that has begun: for repositories, and the connection that it goes by. */
export interface OpenTransaction {
  manager: EntityManager;
  client: SteadyClient;
  /** Sends what ends it right behind what was asked so far, of which nothing need be answered yet. */
  end: () => void;
  /** Whether that was sent: then nothing more may be asked. */
  hasEnded: () => boolean;
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
    const sent: Promise<QueryResult>[] = [];
    const end = (): void => {
      if (sent.length > 0) return;
      const told = last();
      sent.push(...(told === null ? [] : [client.query(...told)]), client.query('commit'));
      // Whoever waits for them may hear before that of what failed in the work.
      for (const each of sent) each.catch(() => undefined);
    };
    try {
      // Where this fails the first statement fails as well, and says so.
      client.query('begin').catch(() => undefined);
      // For repositories: otherwise each of them would begin a transaction of its own.
      (runner as { isTransactionActive: boolean }).isTransactionActive = true;
      const result = await work({ manager: runner.manager, client, end, hasEnded: () => sent.length > 0 });
      end();
      const ended = (await Promise.all(sent)).at(-1);
      if (ended?.command !== 'COMMIT') throw new Error('a statement had failed, and nothing of it was stored');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  } finally {
    await runner.release();
  }
}
