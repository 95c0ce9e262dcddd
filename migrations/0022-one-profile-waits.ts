import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One text of a member's page waits at a time, or came back: what is written meanwhile is its next version. Where several
 * wait already the last one stays, as its author was told, and the others are erased like what is withdrawn.
 */
export class OneProfileWaits1763800000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create temporary table replaced_profile on commit drop as
        select id from (
          select id, row_number() over (partition by author_id order by written_at desc, id) as place
          from desk.submission where kind = 'profile' and status in ('waiting', 'returned')
        ) standing where place > 1;
      delete from desk.submission_version where submission_id in (select id from replaced_profile);
      update desk.submission set status = 'withdrawn', source = '', html = '', text_hash = null, author_name = ''
        where id in (select id from replaced_profile);
      drop table replaced_profile;
      create unique index submission_profile_once on desk.submission (author_id)
        where kind = 'profile' and status in ('waiting', 'returned');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index desk.submission_profile_once');
  }
}
