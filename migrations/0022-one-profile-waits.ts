import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One text of a member's page waits at a time, or came back: what is written meanwhile is its next version. Where several
 * wait already the last one stays, as its author was told, and the others are erased like what is withdrawn.
 */
export class OneProfileWaits1763800000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update desk.submission s set status = 'withdrawn', source = '', html = '', text_hash = null, author_name = ''
        where kind = 'profile' and status in ('waiting', 'returned') and exists (
          select 1 from desk.submission o where o.author_id = s.author_id and o.kind = 'profile' and o.status in ('waiting', 'returned')
            and (o.written_at, o.id) > (s.written_at, s.id));
      delete from desk.submission_version v using desk.submission s
        where s.id = v.submission_id and s.kind = 'profile' and s.status = 'withdrawn';
      create unique index submission_profile_once on desk.submission (author_id)
        where kind = 'profile' and status in ('waiting', 'returned');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index desk.submission_profile_once');
  }
}
