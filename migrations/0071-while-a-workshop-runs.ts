import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow } from './lists.js';

/** While a date of a workshop runs, what known members write in its thread may appear at once. */
export class WhileAWorkshopRuns1763800000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- For which date, each time that it was said; null: for none. The last row of a thread is the one that stands, and
      -- the log names them by number. A date goes with its post 1 and comes back with it, so it is no reference here.
      create table thread_during (
        id         int primary key generated always as identity,
        thread_id  int not null references thread,
        date_id    uuid
      );
      create index thread_during_of on thread_during (thread_id, id desc);
      revoke all on thread_during from public;
    `);
    await allow(runner, 'desk.decision.decision');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table thread_during');
  }
}
