import { Reader } from '../src/database/reader.js';
import { blocksOf, EXPLAIN, type Explained, type ExplainedRow } from './explained.js';

/** The reader, which also explains each of its queries. */
export class ExplainingReader extends Reader {
  readonly explained: Explained[] = [];

  /** Of 8 kB, that each query touched. */
  get blocks(): number[] {
    return this.explained.map(blocksOf);
  }

  override async query<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const [row] = await super.query<ExplainedRow>(`${EXPLAIN} ${sql}`, parameters);
    if (row !== undefined) this.explained.push(row['QUERY PLAN'][0]);
    return super.query<T>(sql, parameters);
  }
}
