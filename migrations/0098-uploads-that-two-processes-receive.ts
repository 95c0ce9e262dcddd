import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which process may say how far an upload has come is decided by its row, and no longer by a lock of a session, of
 * which a pooler in front of PostgreSQL knows nothing.
 */
export class UploadsThatTwoProcessesReceive1763800000098 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table desk.file
        -- Under which id its bytes lie while it comes; null for its own.
        add column coming_as uuid,
        -- Somebody writes there, or did until a process ended.
        add column receiving boolean not null default false;
      create index file_that_comes_elsewhere on desk.file (coming_as) where coming_as is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table desk.file drop column coming_as, drop column receiving');
  }
}
