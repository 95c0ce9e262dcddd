import type { EntityManager } from 'typeorm';
import { type News, NEWS_CHANNEL } from '../events/news.js';
import { rowsOf } from './rows.js';

/** Whatever answers queries: a login, or a transaction of one. */
export interface Queries {
  query<T>(sql: string, parameters?: unknown[]): Promise<T[]>;
}

export interface Transaction extends Queries {
  readonly manager: EntityManager;
  /** Is heard by every process after the commit, and by nobody after a rollback. */
  tell(news: News): Promise<void>;
}

/** `told` gathers what the transaction tells. */
export function transactionOf(manager: EntityManager, told: News[]): Transaction {
  return {
    manager,
    query: async <T>(sql: string, parameters: unknown[] = []) => rowsOf<T>(await manager.query<unknown>(sql, parameters)),
    async tell(news) {
      await manager.query('select pg_notify($1, $2)', [NEWS_CHANNEL, JSON.stringify(news)]);
      told.push(news);
    },
  };
}
