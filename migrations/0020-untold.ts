import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Decisions of which those concerned have not heard yet. A row in the decision's own transaction, and not a job for each: that
 * would cost a decision more than all the rest of it.
 */
export class Untold1763800000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table desk.untold (decision_id bigint primary key, due_at timestamptz not null);
      create index untold_by_moment on desk.untold (due_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table desk.untold');
  }
}
