import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow } from './lists.js';

/**
 * What hosts write to those who have registered is a submission of its own kind; here stands for whom it is. And which
 * post tells what came out of a workshop.
 */
export class WhatHostsSay1763800000053 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table private.workshop_words (
        submission_id  uuid primary key references desk.submission on delete cascade,
        thread_id      int not null references thread,
        to_line        boolean not null default false,
        -- No reference: parts go and come back with post 1.
        part_id        uuid,
        -- Null while nobody reads it.
        published_at   timestamptz
      );
      create index workshop_words_of on private.workshop_words (thread_id);
      -- Stays while the workshop is gone; a post that is gone is not shown.
      create table workshop_report (
        thread_id      int primary key references thread,
        number         int not null
      );
      revoke all on private.workshop_words, workshop_report from public;
    `);
    await allow(runner, 'private.workshop_act.act');
    await allow(runner, 'desk.submission.kind');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table workshop_report, private.workshop_words');
  }
}
