import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow } from './lists.js';

/** A call above the posts of a thread, and the pages elsewhere that are the forum's own. */
export class CallsAndProfiles1763800000043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table thread_call (
        thread_id      int primary key references thread,
        url            text not null,
        words          text not null,
        -- The last day on which it is shown.
        until          date not null
      );
      -- Every call that ever was: the log names them by number, since it never carries a text.
      create table desk.kept_call (
        id             int primary key generated always as identity,
        thread_id      int not null references thread,
        url            text not null,
        words          text not null,
        until          date not null
      );
      create index kept_call_of on desk.kept_call (thread_id, id desc);

      -- One https address a line.
      alter table site add column profiles text not null default '';

      -- These words stand in the same place of an address now.
      update thread set slug = 'sujet-' || slug where slug in ('share', 'call', 'workshop', 'case');
    `);
    await allow(runner, 'desk.decision.decision');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table site drop column profiles;
      drop table desk.kept_call, thread_call;
    `);
  }
}
