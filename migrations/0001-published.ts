import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What anyone of the right audience may read. There is no status column here to forget: a row is published. */
export class Published1763800000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table site (
        one            boolean primary key default true check (one),
        name           text not null default 'Palabre',
        description    text not null default '',
        language       text not null default 'fr' check (language in ('fr', 'en')),
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
        audience       text not null default 'everyone' check (audience in ('everyone', 'members', 'staff')),
        guests_write   boolean not null default true,
        hold           text not null default 'all' check (hold in ('all', 'newcomers', 'nobody')),
        closed         boolean not null default false,
        thread_count   int not null default 0,
        post_count     int not null default 0
      );

      create table member (
        id             int generated always as identity primary key,
        name           text not null,
        name_key       text not null unique,
        role           text not null default 'member' check (role in ('member', 'moderator', 'organizer', 'administrator')),
        joined_on      date not null
      );

      -- Ids come from desk.counter, inside the publishing transaction: a sequence would leave a gap after a rollback.
      create table thread (
        id             int primary key,
        category_id    int not null references category,
        title          text not null,
        slug           text not null,
        post_count     int not null,
        last_number    int not null,
        changes        int not null default 0,
        published_at   timestamptz not null,
        last_post_at   timestamptz not null,
        retired        boolean not null default false,
        unique (id, category_id)
      );
      create index thread_by_category on thread (category_id, last_post_at desc, id desc);
      create index thread_by_last_post on thread (last_post_at desc, id desc);

      -- The category stands in each post too, for the index of a member's posts: what one audience may read of them is
      -- found without walking over what it may not. The foreign key keeps both in step.
      create table post (
        thread_id        int not null,
        category_id      int not null,
        number           int not null check (number > 0),
        author_id        int references member,
        author_name      text not null default '',
        author_role      text not null check (author_role in ('guest', 'member', 'moderator', 'organizer', 'administrator')),
        source           text not null,
        html             text not null,
        excerpt          text not null,
        renderer_version int not null,
        reply_to         int,
        written_at       timestamptz not null,
        published_at     timestamptz not null,
        edited_at        timestamptz,
        edited_by_team   boolean not null default false,
        gone             text check (gone in ('taken-down', 'withdrawn')),
        gone_reason      text,
        change           int not null default 0,
        primary key (thread_id, number),
        foreign key (thread_id, category_id) references thread (id, category_id) on update cascade
      );
      create index post_changed on post (thread_id, change) where change > 0;
      create index post_standing on post (thread_id, number desc) where gone is null;
      create index post_by_author on post (author_id, category_id, published_at desc, thread_id desc, number desc)
        where gone is null and author_id is not null;

      revoke all on schema public from public;
      revoke all on all tables in schema public from public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table post, thread, member, category, site');
  }
}
