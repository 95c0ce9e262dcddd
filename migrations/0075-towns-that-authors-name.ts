import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever opens a thread may say which town it is about; what moderators say after that stays theirs. */
export class TownsThatAuthorsName1763800000075 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table desk.kept_town add column sent boolean not null default false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table desk.kept_town drop column sent');
  }
}
