import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever joins, or says that they have read everything, has nothing unread but what is published after that moment.
 */
export class ReadBefore1763800000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table private.account add column read_before timestamptz not null default 'epoch';
      update private.account a set read_before = m.joined_on::timestamp at time zone 'UTC' from member m where m.id = a.member_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table private.account drop column read_before');
  }
}
