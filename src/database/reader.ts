import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';

/**
 * The login that may only look at what is published. Whatever draws pages has this one and no other: what waits for
 * a decision answers it with `permission denied`.
 */
@Injectable()
export class Reader {
  constructor(private readonly source: DataSource) {}

  get manager(): EntityManager {
    return this.source.manager;
  }

  /** Rows of a SELECT; name columns with `as "camelCase"`. */
  async query<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.source.query<T[]>(sql, parameters);
  }
}
