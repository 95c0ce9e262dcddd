import type { EntityManager, Repository } from 'typeorm';
import type { News } from '../events/news.js';
import type { EntityClass } from './entities.js';
import type { ReadOnlyRepository } from './read-only.js';

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
export function transactionOf(manager: EntityManager, told: News[]): Transaction {
  return {
    repository: (entity) => manager.getRepository(entity),
    query: async <T>(sql: string, parameters: unknown[] = []) =>
      rowsOf<T>(await manager.query<unknown>(sql, parameters)),
    tell: async (news) => void told.push(news),
  };
}

/**
 * TypeORM answers `[rows, count]` to UPDATE and DELETE and plain rows to everything else; this makes it rows in every
 * case. A row is an object, so a first element that is an array can only be the list of them.
 */
export function rowsOf<T>(answer: unknown): T[] {
  if (!Array.isArray(answer)) return [];
  return (Array.isArray(answer[0]) ? answer[0] : answer) as T[];
}
