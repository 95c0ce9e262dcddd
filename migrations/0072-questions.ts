import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In the thread of a workshop a reply may be a question. */
export class Questions1763800000072 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table desk.submission add column question boolean not null default false;
      alter table post add column question boolean not null default false;
      create index post_questions on post (thread_id, number) where question and gone is null;
      -- For what was answered to each of them.
      create index post_answers on post (thread_id, reply_to, number) where reply_to is not null and gone is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index post_answers, post_questions;
      alter table post drop column question;
      alter table desk.submission drop column question;
    `);
  }
}
