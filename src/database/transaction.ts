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
}

/** `told` collects the news of the transaction, for the caller who commits it. */
export function transactionOf({ manager, client }: OpenTransaction, told: News[]): Transaction {
  return {
    repository: (entity) => manager.getRepository(entity),
    query: <T>(sql: string, parameters: unknown[] = []) => askOn<T>(client, sql, parameters),
    tell: async (news) => void told.push(news),
  };
}
