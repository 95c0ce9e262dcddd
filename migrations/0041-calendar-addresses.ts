import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which a program reads the calendar of a member. */
export class CalendarAddresses1763800000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table private.calendar_address (
        member_id      int primary key references private.account on delete cascade,
        token_hash     bytea not null unique,
        made_at        timestamptz not null
      );
      revoke all on private.calendar_address from public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table private.calendar_address');
  }
}
