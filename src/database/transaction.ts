import type { Repository } from 'typeorm';
import type { News } from '../events/news.js';
import { askOn } from './ask.js';
import type { EntityClass } from './entities.js';
import type { ReadOnlyRepository } from './read-only.js';
import type { OpenTransaction } from './transact.js';

/** Whatever answers queries: a login, or a transaction of one. */
export interface Queries {
  query<T>(sql: string, parameters?: unknown[]): Promise<T[]>;
  repository<Row extends object>(entity: EntityClass<Row>): ReadOnlyRepository<Row>;
}

export interface Transaction extends Queries {
  /** Of this transaction: what it writes is undone with it. */
  repository<Row extends object>(entity: EntityClass<Row>): Repository<Row>;
  /** Is heard by every process after the commit, and by nobody after a rollback. */
  tell(news: News): Promise<void>;
  /**
   * Sends COMMIT at once, without waiting for the answers to what was asked so far. Only for whoever has begun the
   * transaction, and where no answer could still make them roll back. Nothing may be asked after it.
   */
  commitBehind(): void;
}

/** `told` collects the news of the transaction, for the caller who commits it. */
export function transactionOf({ manager, client, end, hasEnded }: OpenTransaction, told: News[]): Transaction {
  const mustBeOpen = (): void => {
    if (hasEnded()) throw new Error('the commit of this transaction has left already');
  };
  return {
    repository: (entity) => {
      mustBeOpen();
      return manager.getRepository(entity);
    },
    query: async <T>(sql: string, parameters: unknown[] = []) => {
      mustBeOpen();
      return askOn<T>(client, sql, parameters);
    },
    tell: async (news) => {
      mustBeOpen();
      told.push(news);
    },
    commitBehind: end,
  };
}
