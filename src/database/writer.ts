import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { rowsOf } from './rows.js';
import { type Transaction, transactionOf } from './transaction.js';

/**
 * The login that writes, reads what waits and what belongs to one person. Few may import it (src/floors.json lists
 * them): a page that draws published things has no use for it.
 */
@Injectable()
export class Writer {
  constructor(private readonly source: DataSource) {}

  get manager(): EntityManager {
    return this.source.manager;
  }

  /** Rows of a SELECT or of a RETURNING, in a transaction of its own. */
  async query<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return rowsOf<T>(await this.source.query<unknown>(sql, parameters));
  }

  /** All of `work` or nothing of it; what it told is heard after the commit. */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.source.transaction((manager) => work(transactionOf(manager)));
  }
}
