import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an article was whose section was merged into another's: the undo gives it back, and the log keeps no texts. */
export class MergedArticles1763800000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table desk.merged_article (
        thread_id   int primary key references thread,
        id          int not null,
        site_id     int not null references host_site,
        identifier  text not null,
        title       text not null,
        url         text not null,
        policy      text,
        dated_at    timestamptz,
        removed     boolean not null,
        aliases     text[] not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table desk.merged_article');
  }
}
