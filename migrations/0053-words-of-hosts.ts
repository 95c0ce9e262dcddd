import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow } from './lists.js';

/** What hosts write to those who have registered is a submission of its own kind; here stands for whom it is. */
export class WordsOfHosts1763800000053 implements MigrationInterface {
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
      revoke all on private.workshop_words from public;
    `);
    await allow(runner, 'desk.submission.kind');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table private.workshop_words');
  }
}
