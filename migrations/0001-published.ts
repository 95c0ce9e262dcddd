import type { MigrationInterface, QueryRunner } from 'typeorm';
import { listed } from './lists.js';

/**
 * Published threads and posts, which their audience may read. There is no status column that a query could forget:
 * every row is published.
 */
export class Published1763700000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table site (
        one            boolean primary key default true check (one),
        name           text not null default 'Palabre',
        description    text not null default '',
        language       text not null default 'fr' check (${listed('site.language')}),
        time_zone      text not null default 'Europe/Paris',
        set_up_at      timestamptz,
        demonstration  boolean not null default false
      );
      insert into site default values;

      create table category (
        id             int generated always as identity primary key,
        slug           text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        name           text not null,
        description    text not null default '',
        position       int not null default 0,
        audience       text not null default 'everyone' check (${listed('category.audience')}),
        guests_write   boolean not null default true,
        closed         boolean not null default false,
        -- Whom it holds, until how many accepted posts somebody is a newcomer, how many moderators have to agree.
        hold           text not null default 'all' check (${listed('category.hold')}),
        accepted_until int not null default 3 check (accepted_until between 1 and 1000),
        agreement      int not null default 1 check (agreement in (1, 2)),
        -- Days without a post.
        closes_after   int check (closes_after between 1 and 3650),
        edits          text not null default 'as-posts' check (${listed('category.edits')}),
        -- Whether earlier texts are shown.
        history        boolean not null default false,
        thread_count   int not null default 0,
        post_count     int not null default 0
      );

      create table member (
        id             int generated always as identity primary key,
        name           text not null,
        name_key       text not null unique,
        role           text not null default 'member' check (${listed('member.role')}),
        joined_on      date not null
      );

      create table profile (
        member_id        int primary key references member on delete cascade,
        source           text not null,
        html             text not null,
        renderer_version int not null,
        published_at     timestamptz not null
      );

      -- Ids come from desk.counter, inside the publishing transaction: a sequence would leave a gap after a rollback.
      create table thread (
        id             int primary key,
        category_id    int not null references category,
        title          text not null,
        slug           text not null,
        -- The title of such a thread is the article's: it does not go with post 1, and whoever wrote that cannot change it.
        of_article     boolean not null default false,
        post_count     int not null,
        last_number    int not null,
        changes        int not null default 0,
        published_at   timestamptz not null,
        last_post_at   timestamptz not null,
        locked         boolean not null default false,
        pinned_at      timestamptz,
        retired        boolean not null default false,
        moved_to       int references thread,
        unique (id, category_id)
      );
      create index thread_by_category on thread (category_id, last_post_at desc, id desc);
      create index thread_by_last_post on thread (last_post_at desc, id desc);
      create index thread_pinned on thread (category_id, pinned_at desc, id desc) where pinned_at is not null;

      -- The category stands in each post too, for the index of a member's posts: what one audience may read of them is
      -- found without walking over what it may not. The foreign key keeps both in step.
      create table post (
        thread_id        int not null,
        category_id      int not null,
        number           int not null check (number > 0),
        author_id        int references member,
        author_name      text not null default '',
        author_role      text not null check (${listed('post.author_role')}),
        source           text not null,
        html             text not null,
        excerpt          text not null,
        renderer_version int not null,
        reply_to         int,
        -- In the section of an article: the number of the comment that its branch hangs on, its own if it is one.
        root             int,
        -- A further one, of a message that came from elsewhere.
        anchor           text,
        written_at       timestamptz not null,
        published_at     timestamptz not null,
        edited_at        timestamptz,
        edited_by_team   boolean not null default false,
        -- Why the team has edited it: a code of the list, and words that everybody reads.
        edited_reason    text,
        edited_for       text,
        gone             text check (${listed('post.gone')}),
        gone_reason      text,
        change           int not null default 0,
        primary key (thread_id, number),
        foreign key (thread_id, category_id) references thread (id, category_id) on update cascade
      );
      create index post_changed on post (thread_id, change) where change > 0;
      create index post_standing on post (thread_id, number desc) where gone is null;
      create index post_by_author on post (author_id, category_id, published_at desc, thread_id desc, number desc)
        where gone is null and author_id is not null;
      create index post_in_branches on post (thread_id, (coalesce(root, number)), number);
      create unique index post_by_anchor on post (thread_id, anchor) where anchor is not null;

      -- A post that has moved leaves its number behind, and the number leads to where it stands now.
      create table post_moved (
        thread_id      int not null,
        number         int not null,
        to_thread      int not null,
        to_number      int not null,
        reply_to       int,
        primary key (thread_id, number),
        foreign key (thread_id, number) references post,
        foreign key (to_thread, to_number) references post (thread_id, number)
      );
      create index post_moved_here on post_moved (to_thread, to_number);

      revoke all on schema public from public;
      revoke all on all tables in schema public from public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table post_moved, post, thread, profile, member, category, site');
  }
}
