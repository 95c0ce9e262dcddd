import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of the drawing of a page, in a file of before: more than most are. */
const OF_A_PAGE = 300_000;

/** What lies on the disk for a file, with what was drawn of it: a small file may have large drawings. */
export class FilesWithAllThatWasDrawn1763800000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table desk.file add column stored int not null default 0;
      update desk.file set stored = size + case state when 'clean' then (drawn + 1) * ${OF_A_PAGE} else 0 end;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table desk.file drop column stored');
  }
}
