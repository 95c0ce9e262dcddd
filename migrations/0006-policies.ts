import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How each category is moderated, the lists of blocked words, and the earlier texts that some categories show. */
export class Policies1763800000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table category
        drop constraint category_hold_check,
        add constraint category_hold_check check (hold in ('all', 'guests', 'newcomers', 'nobody')),
        add column accepted_until int not null default 3 check (accepted_until between 1 and 1000),
        add column agreement int not null default 1 check (agreement in (1, 2)),
        add column closes_after int check (closes_after between 1 and 3650),
        add column edits text not null default 'as-posts' check (edits in ('as-posts', 'held', 'at-once')),
        add column history boolean not null default false;

      -- What a text has in common with its copies; erased with the text when its author withdraws it.
      alter table desk.submission add column text_hash bytea;
      create index submission_by_text on desk.submission (text_hash, written_at) where text_hash is not null;

      -- Who has agreed with a version while the second person is awaited. Gone as soon as it is settled.
      create table desk.agreement (
        submission_id  uuid not null references desk.submission on delete cascade,
        version        int not null,
        member_id      int not null references member on delete cascade,
        agreed_at      timestamptz not null,
        primary key (submission_id, version, member_id)
      );

      create table desk.blocked_word (
        list           text not null check (list in ('hold', 'refuse')),
        word           text not null,
        primary key (list, word)
      );

      create table desk.administration (
        id             bigint generated always as identity primary key,
        done_at        timestamptz not null,
        member_id      int references member,
        member_name    text not null,
        act            text not null check (act in ('category-created', 'category-changed', 'category-moved', 'words-changed')),
        category_id    int references category,
        detail         jsonb not null default '{}'
      );
      create index administration_by_category on desk.administration (category_id, id desc);
      create trigger administration_is_append_only before update or delete on desk.administration
        for each row execute function desk.refuse_change();
      create trigger administration_is_never_emptied before truncate on desk.administration
        for each statement execute function desk.refuse_change();

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

      revoke all on revision from public;
    `);
  }

  async down(): Promise<void> {
    throw new Error('an append-only log does not shrink');
  }
}
