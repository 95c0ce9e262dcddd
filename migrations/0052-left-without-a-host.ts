import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organizers are told of a workshop that nobody runs any more, once for each time. */
export class LeftWithoutAHost1763800000052 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A row stands here while nobody runs it.
      create table private.workshop_alone (
        thread_id      int primary key references thread,
        since          timestamptz not null,
        told           boolean not null default false
      );
      create index workshop_without_host on workshop (thread_id) where not has_host;
      revoke all on private.workshop_alone from public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index workshop_without_host;
      drop table private.workshop_alone;
      delete from private.notice where kind = 'workshop-alone';
    `);
  }
}
