import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What administrators do with sites elsewhere and their articles stands in the same log as all else they do. */
export class SiteAdministration1763800000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table desk.administration
        drop constraint administration_act_check,
        add constraint administration_act_check check (act in
          ('category-created', 'category-changed', 'category-moved', 'words-changed', 'reasons-changed',
           'site-created', 'site-changed', 'site-key-renewed', 'articles-added', 'article-changed', 'article-merged'));
      create index article_by_site on article (site_id, id desc);
    `);
  }

  async down(): Promise<void> {
    throw new Error('an append-only log does not shrink');
  }
}
