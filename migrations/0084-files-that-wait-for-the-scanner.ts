import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that are not cleaned because the scanner of the setting CLAMD did not answer. */
export class FilesThatWaitForTheScanner1763800000084 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table desk.file add column unscanned boolean not null default false;
      create index file_unscanned on desk.file (id) where unscanned and state = 'unchecked';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table desk.file drop column unscanned');
  }
}
