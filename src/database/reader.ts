import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ask } from './ask.js';
import type { EntityClass } from './entities.js';
import { mayTakeItsTime, OWN_TIME } from './own-time.js';
import type { ReadOnlyRepository } from './read-only.js';

/** The name of the data source, for @nestjs/typeorm. */
export const READER = 'reader';

/**
 * The login that may only read published things. Code that draws pages has this one and no other: when it asks for a
 * submission that waits, the database answers `permission denied`.
 */
@Injectable()
export class Reader {
  constructor(@InjectDataSource(READER) private readonly source: DataSource) {}

  /** Knows the entities of the public schema only. */
  repository<Row extends object>(entity: EntityClass<Row>): ReadOnlyRepository<Row> {
    return this.source.getRepository(entity);
  }

  /** Rows of a SELECT; name columns with `as "camelCase"`. */
  async query<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    if (!mayTakeItsTime()) return ask<T>(this.source, sql, parameters);
    return this.source.transaction(async (manager) => {
      await manager.query(OWN_TIME);
      return manager.query<T[]>(sql, parameters);
    });
  }
}
