import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a move has to remember so that it can be undone. */
export class Moving1763800000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The threads that a submission without a number has left, the last one last: undoing the last move brings it back.
      alter table desk.submission add column moved_from int[] not null default '{}';

      -- A thread that was merged has no title that anybody reads. It is its first author's, who may still erase it.
      create table desk.merged_title (thread_id int primary key references thread, title text not null);
    `);
  }

  async down(): Promise<void> {
    throw new Error('an append-only log does not shrink');
  }
}
