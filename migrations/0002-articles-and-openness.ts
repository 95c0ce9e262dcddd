import type { MigrationInterface, QueryRunner } from 'typeorm';
import { listed } from './lists.js';

/**
 * Published too: the articles whose comments we hold, the reasons that decisions name, and the numbers of moderation.
 */
export class ArticlesAndOpenness1763700000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The slug stands in signatures and in the pages of the site: it never changes.
      create table host_site (
        id             int generated always as identity primary key,
        slug           text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
        name           text not null,
        category_id    int not null unique references category,
        origins        text[] not null default '{}',
        threading      text not null default 'one-level' check (${listed('host_site.threading')}),
        closes_after   int check (closes_after between 1 and 3650),
        first_held     boolean not null default true,
        licence        text not null default ''
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
        policy         text check (${listed('article.policy')}),
        dated_at       timestamptz,
        removed        boolean not null default false,
        unique (site_id, identifier)
      );
      create index article_by_site on article (site_id, id desc);
      create table article_alias (
        site_id        int not null references host_site,
        identifier     text not null,
        article_id     int not null references article on delete cascade,
        primary key (site_id, identifier)
      );
      create index article_alias_of on article_alias (article_id);

      -- Everybody reads the list, and tombstones carry its words. A code that was used once stands in rows for ever, so
      -- nothing is deleted here: it is switched off.
      create table reason (
        code           text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 40),
        position       int not null,
        fr             text not null check (fr <> ''),
        en             text not null check (en <> ''),
        about_fr       text not null default '',
        about_en       text not null default '',
        body_fr        text not null default '',
        body_en        text not null default '',
        active         boolean not null default true
      );

      -- The public log. A day is written once, when it is over in the site's time zone, and is never changed.
      create table moderated_day (
        day            date not null,
        category_id    int not null references category,
        decision       text not null,
        reason         text not null default '',
        count          int not null check (count > 0),
        primary key (day, category_id, decision, reason)
      );

      -- A month of one category, or of all that everybody could read then (no category). Written once, never changed.
      create table moderated_month (
        month           date not null check (extract(day from month) = 1),
        category_id     int references category,
        median_minutes  int check (median_minutes >= 0),
        ninth_minutes   int check (ninth_minutes >= median_minutes),
        delays_of       text check (${listed('moderated_month.delays_of')}),
        check (num_nulls(median_minutes, ninth_minutes, delays_of) in (0, 3)),
        unique nulls not distinct (month, category_id)
      );

      -- A number under five has no row, as if nothing had happened, and what would give one away has a row without a
      -- number: whoever may read this table, and not only the page, can't learn more than the page says.
      create table moderated_figure (
        month          date not null,
        category_id    int references category,
        figure         text not null,
        reason         text not null default '',
        count          int check (count >= 5),
        unique nulls not distinct (month, category_id, figure, reason)
      );

      revoke all on all tables in schema public from public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table moderated_figure, moderated_month, moderated_day, reason, article_alias, article, host_site',
    );
  }
}
