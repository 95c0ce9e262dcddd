import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sites elsewhere, their articles, and the sections of comments that we hold for them. */
export class Articles1763800000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The slug stands in signatures and in the pages of the site: it never changes.
      create table host_site (
        id             int generated always as identity primary key,
        slug           text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
        name           text not null,
        category_id    int not null unique references category,
        origins        text[] not null default '{}',
        threading      text not null default 'one-level' check (threading in ('one-level', 'flat')),
        closes_after   int check (closes_after between 1 and 3650),
        first_held     boolean not null default true,
        licence        text not null default ''
      );
      create table private.host_site_key (
        site_id        int primary key references host_site on delete cascade,
        key            text not null check (length(key) >= 32)
      );

      -- A row is public knowledge: made by an administrator or by the publication of the first comment, and never by one
      -- that waits, whose existence it would tell.
      create table article (
        id             int generated always as identity primary key,
        site_id        int not null references host_site,
        identifier     text not null,
        title          text not null,
        url            text not null,
        thread_id      int unique references thread,
        policy         text check (policy in ('before', 'after', 'members', 'closed')),
        dated_at       timestamptz,
        removed        boolean not null default false,
        unique (site_id, identifier)
      );
      create table article_alias (
        site_id        int not null references host_site,
        identifier     text not null,
        article_id     int not null references article on delete cascade,
        primary key (site_id, identifier)
      );
      create index article_alias_of on article_alias (article_id);

      -- The title of such a thread is the article's: it does not go with post 1, and whoever wrote that cannot change it.
      alter table thread add column of_article boolean not null default false;

      -- Of a post in the section of an article: the number of the comment that its branch hangs on, its own if it is one.
      alter table post add column root int, add column anchor text;
      create index post_in_branches on post (thread_id, (coalesce(root, number)), number);
      create unique index post_by_anchor on post (thread_id, anchor) where anchor is not null;

      alter table desk.submission
        add column article jsonb,
        drop constraint submission_kind_check,
        add constraint submission_kind_check check (kind in ('thread', 'reply', 'comment', 'edit', 'profile', 'report', 'appeal')),
        drop constraint submission_has_its_thread,
        add constraint submission_has_its_thread check (kind in ('thread', 'comment', 'profile', 'appeal') or thread_id is not null),
        add constraint submission_has_its_article check ((kind = 'comment') = (article is not null));

      revoke all on host_site, article, article_alias from public;
    `);
  }

  async down(): Promise<void> {
    throw new Error('comments that were published have no other place');
  }
}
