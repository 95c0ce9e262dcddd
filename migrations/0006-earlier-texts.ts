import type { MigrationInterface, QueryRunner } from 'typeorm';
import { listed } from './lists.js';

/** Texts that were public once and were then replaced, taken down or merged: undoing brings them back. */
export class EarlierTexts1763700000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A published text that another one has replaced.
      create table desk.revision (
        thread_id        int not null,
        number           int not null,
        revision         int not null,
        title            text,
        source           text not null,
        html             text not null,
        renderer_version int,
        edited_at        timestamptz,
        edited_by_team   boolean not null default false,
        edited_reason    text,
        edited_for       text,
        replaced_at      timestamptz not null,
        replaced_by      text not null check (${listed('desk.revision.replaced_by')}),
        -- Whether readers could read it before the team's words took that away: an undo gives them back no more than that.
        shown            boolean not null default false,
        primary key (thread_id, number, revision),
        foreign key (thread_id, number) references post
      );

      -- Earlier texts that readers may see: of posts that stand, in categories that show them. Each is a copy of one
      -- that the desk keeps, and goes with it: when an edit is undone, when a post is withdrawn.
      create table revision (
        thread_id      int not null,
        number         int not null,
        revision       int not null,
        title          text,
        source         text not null,
        html           text not null,
        replaced_at    timestamptz not null,
        primary key (thread_id, number, revision),
        foreign key (thread_id, number, revision) references desk.revision on update cascade on delete cascade
      );
      revoke all on revision from public;

      -- Triggers, because there are many ways for a post to go and for a thread to change its room, and none of them
      -- may leave a text behind that should have gone with it.
      create function desk.drop_revisions_of_post() returns trigger language plpgsql as $$
        begin delete from public.revision where thread_id = new.thread_id and number = new.number; return null; end $$;
      create trigger gone_without_revisions after update of gone on post
        for each row when (new.gone is not null) execute function desk.drop_revisions_of_post();

      create function desk.drop_revisions_of_thread() returns trigger language plpgsql as $$
        begin
          delete from public.revision where thread_id = new.id
            and not (select history from public.category where id = new.category_id);
          return null;
        end $$;
      create trigger moved_without_revisions after update of category_id on thread
        for each row when (new.category_id is distinct from old.category_id) execute function desk.drop_revisions_of_thread();

      create function desk.drop_revisions_of_category() returns trigger language plpgsql as $$
        begin
          delete from public.revision r using public.thread t where t.id = r.thread_id and t.category_id = new.id;
          return null;
        end $$;
      create trigger hidden_without_revisions after update of history on category
        for each row when (not new.history) execute function desk.drop_revisions_of_category();

      -- What a tombstone covers, kept here so that it can be restored.
      create table desk.removed_post (
        thread_id      int not null,
        number         int not null,
        title          text,
        author_id      int references member,
        author_name    text not null,
        author_role    text not null,
        source         text not null,
        html           text not null,
        excerpt        text not null,
        reply_to       int,
        edited_reason  text,
        edited_for     text,
        removed_at     timestamptz not null,
        removed_by     int references member,
        reason         text,
        remark         text,
        primary key (thread_id, number),
        foreign key (thread_id, number) references post
      );

      -- Every text that was published on a member's page. The last one that was not removed is the one that stands.
      create table desk.profile_text (
        submission_id  uuid primary key references desk.submission,
        member_id      int not null references member on delete cascade,
        published_at   timestamptz not null,
        -- What stood there before, and comes back with an undo.
        former         uuid references desk.submission,
        removed_at     timestamptz,
        removed_by     int references member,
        reason         text,
        remark         text
      );
      create index profile_text_by_member on desk.profile_text (member_id, published_at);

      -- A thread that was merged has no title that anybody reads. It is its first author's, who may still erase it.
      create table desk.merged_title (thread_id int primary key references thread, title text not null);

      -- What an article was whose section was merged into another's: the undo gives it back, and the log keeps no texts.
      create table desk.merged_article (
        thread_id      int primary key references thread,
        id             int not null,
        site_id        int not null references host_site,
        identifier     text not null,
        title          text not null,
        url            text not null,
        policy         text,
        dated_at       timestamptz,
        removed        boolean not null,
        aliases        text[] not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger gone_without_revisions on post;
      drop trigger moved_without_revisions on thread;
      drop trigger hidden_without_revisions on category;
      drop function desk.drop_revisions_of_post, desk.drop_revisions_of_thread, desk.drop_revisions_of_category;
      drop table revision, desk.revision, desk.removed_post, desk.profile_text, desk.merged_title, desk.merged_article;
    `);
  }
}
