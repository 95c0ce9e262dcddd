import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that come in parts say first how large they will be: what has come of one goes on after a break. */
export class UploadsInParts1763800000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table desk.file add column announced int check (announced > 0)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table desk.file drop column announced');
  }
}
