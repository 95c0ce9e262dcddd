import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { WalkEntity } from './walk.entity.js';

/** One batch after `reached`, which is empty at first. Answers the last row that it did, or null at the end. */
export type Batch = (tx: Transaction, reached: string) => Promise<string | null>;

/** Which rows are walked over, and what all of them are like afterwards. */
export interface Way {
  name: string;
  goal: string;
  batch: Batch;
}

/**
 * Walks over all old rows of a kind, in batches of one transaction each: whoever is stopped loses one batch, and goes
 * on after the next start. Two processes take turns, because each batch locks how far the walk has come.
 */
@Injectable()
export class Walks {
  constructor(private readonly writer: Writer) {}

  /** Answers `unfinished` when it was stopped before the end; a walk that has its goal costs one look. */
  async go({ name, goal, batch }: Way, stopping?: AbortSignal): Promise<'unfinished' | undefined> {
    if (await this.writer.repository(WalkEntity).existsBy({ name, goal, done: true })) return undefined;
    await this.writer.query(
      `insert into desk.walk (name, goal, reached, done) values ($1, $2, '', false)
       on conflict (name) do update set goal = excluded.goal, reached = '', done = false
         where walk.goal <> excluded.goal`,
      [name, goal],
    );
    while (stopping?.aborted !== true) if (!(await this.step({ name, goal, batch }))) return undefined;
    return 'unfinished';
  }

  /** Makes the next walk begin anew, even if its goal is the same. */
  async forget(name: string): Promise<void> {
    await this.writer.query(`update desk.walk set goal = '' where name = $1`, [name]);
  }

  private step({ name, goal, batch }: Way): Promise<boolean> {
    return this.writer.transaction(async (tx) => {
      const walks = tx.repository(WalkEntity);
      const walk = await walks.findOne({ where: { name, goal, done: false }, lock: { mode: 'pessimistic_write' } });
      if (walk === null) return false;
      const reached = await batch(tx, walk.reached);
      await walks.update({ name }, reached === null ? { done: true } : { reached });
      return reached !== null;
    });
  }
}
