import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { News } from '../events/news.js';
import { rowsOf } from './rows.js';
import { type Transaction, transactionOf } from './transaction.js';

/**
 * The login that writes, reads what waits and what belongs to one person. Few may import it (src/floors.json lists
 * them): a page that draws published things has no use for it.
 */
@Injectable()
export class Writer {
  /** `committed` is given what a transaction of this process told, right after its commit. */
  constructor(private readonly source: DataSource, private readonly committed: (told: News) => void = () => undefined) {}

  get manager(): EntityManager {
    return this.source.manager;
  }

  /** Rows of a SELECT or of a RETURNING, in a transaction of its own. */
  async query<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return rowsOf<T>(await this.source.query<unknown>(sql, parameters));
  }

  /** All of `work` or nothing of it; what it told is heard after the commit. */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const told: News[] = [];
    const result = await this.source.transaction((manager) => work(transactionOf(manager, told)));
    told.forEach(this.committed);
    return result;
  }
}
