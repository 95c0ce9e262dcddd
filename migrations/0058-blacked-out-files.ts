import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A file that was blacked out is another file, which takes its place in the text. The former one is kept for some days,
 * for the team to put it back. And of each file what its words look like: telephones, addresses.
 */
export class BlackedOutFiles1763800000058 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table desk.file
        add column blacked_out uuid references desk.file on delete set null,
        add column replaced_at timestamptz,
        add column hints jsonb not null default '[]';
      create index file_by_replacement on desk.file (replaced_at) where replaced_at is not null;
      create index file_by_former on desk.file (blacked_out) where blacked_out is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table desk.file drop column blacked_out, drop column replaced_at, drop column hints');
  }
}
