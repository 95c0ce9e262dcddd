import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Under which licence everybody may use what leaves the forum as files: cases, steps. */
export class LicenceOfExports1763800000056 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table site add column licence text not null default ''`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table site drop column licence');
  }
}
