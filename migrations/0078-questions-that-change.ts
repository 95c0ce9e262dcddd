import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An edit may make a question of a note, or a note of a question: earlier texts and those taken down say which. */
export class QuestionsThatChange1763800000078 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const asked = (of: string): string => `exists (select 1 from desk.submission s where s.thread_id = ${of}.thread_id
      and s.number = ${of}.number and s.kind = 'reply' and s.question)`;
    await runner.query(`
      alter table desk.revision add column question boolean not null default false;
      alter table desk.removed_post add column question boolean not null default false;
      update desk.revision r set question = true where ${asked('r')};
      update desk.removed_post r set question = true where ${asked('r')};
      -- Edits that wait leave a question what it is.
      update desk.submission e set question = true from post p
      where e.kind = 'edit' and p.thread_id = e.thread_id and p.number = e.number and p.question;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table desk.removed_post drop column question;
      alter table desk.revision drop column question;
    `);
  }
}
