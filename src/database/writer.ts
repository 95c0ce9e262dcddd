import { Injectable } from '@nestjs/common';
import type { DataSource, Repository } from 'typeorm';
import { type News, NEWS_CHANNEL } from '../events/news.js';
import { ask, askTogether } from './ask.js';
import type { EntityClass } from './entities.js';
import { mayTakeItsTime, OWN_TIME } from './own-time.js';
import { transact } from './transact.js';
import { type Queries, type Transaction, transactionOf } from './transaction.js';

/** The name of the data source, for @nestjs/typeorm. */
export const WRITER = 'writer';

/** All that a transaction tells leaves with one statement; each is heard by itself, in their order. */
const TELL = 'select pg_notify($1, news) from unnest($2::text[]) with ordinality as told (news, nth) order by nth';

/**
 * The login that writes, and reads submissions that wait and what belongs to one person. Few folders may import it
 * (src/floors.json lists them): a page of published things does not need it.
 */
@Injectable()
export class Writer {
  /** `committed` is given what a transaction of this process told, right after its commit. */
  constructor(
    private readonly source: DataSource,
    private readonly committed: (told: News) => void = () => undefined,
  ) {}

  /** Each of its statements in a transaction of its own. */
  repository<Row extends object>(entity: EntityClass<Row>): Repository<Row> {
    return this.source.getRepository(entity);
  }

  /** Rows of a SELECT or of a RETURNING, in a transaction of its own. */
  async query<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    if (mayTakeItsTime()) return this.transaction((tx) => tx.query<T>(sql, parameters));
    return ask<T>(this.source, sql, parameters);
  }

  /**
   * For a page that asks many questions: they go by one connection and are answered one after the other, each in a
   * transaction of its own. `asking` may not be used after `work` has ended.
   */
  async together<T>(work: (asking: Queries) => Promise<T>): Promise<T> {
    if (mayTakeItsTime()) return this.transaction(work);
    return askTogether(this.source, (query) => work({ query, repository: (entity) => this.repository(entity) }));
  }

  /** All of `work` or nothing of it; what it told is heard after the commit. */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const told: News[] = [];
    const result = await transact(
      this.source,
      async (begun) => {
        if (mayTakeItsTime()) await begun.client.query(OWN_TIME);
        return work(transactionOf(begun, told));
      },
      () => (told.length === 0 ? null : [TELL, [NEWS_CHANNEL, told.map((news) => JSON.stringify(news))]]),
    );
    told.forEach(this.committed);
    return result;
  }
}
