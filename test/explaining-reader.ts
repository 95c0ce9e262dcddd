import { Reader } from '../src/database/reader.js';

interface Plan {
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
}

/** The reader, which also notes how many blocks of 8 kB each of its queries touched. */
export class ExplainingReader extends Reader {
  readonly blocks: number[] = [];

  override async query<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const [explained] = await super.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `explain (analyze, buffers, format json) ${sql}`, parameters,
    );
    const plan = explained?.['QUERY PLAN'][0].Plan;
    this.blocks.push((plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0));
    return super.query<T>(sql, parameters);
  }
}
