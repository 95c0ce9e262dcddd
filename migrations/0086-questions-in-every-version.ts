import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The team may change whether a reply asks, too: each version and each earlier text that readers see says what it was,
 * so that undoing brings the author's own back and the history shows the change.
 */
export class QuestionsInEveryVersion1763800000086 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table desk.submission_version add column question boolean not null default false;
      alter table revision add column question boolean not null default false;
      -- What earlier versions were was not kept: they were what the last one is, but for a few corrections.
      update desk.submission_version v set question = true from desk.submission s
      where s.id = v.submission_id and s.question;
      update revision r set question = true from desk.revision k
      where k.thread_id = r.thread_id and k.number = r.number and k.revision = r.revision and k.question;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table revision drop column question;
      alter table desk.submission_version drop column question;
    `);
  }
}
