import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits for a decision, and what was decided. The reader login has no right to any of it. */
export class Desk1763800000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema desk;

      create table desk.counter (name text primary key, last int not null);
      insert into desk.counter values ('thread', 0);

      -- No row for a moderator means every category.
      create table desk.moderator_category (
        member_id      int not null references member on delete cascade,
        category_id    int not null references category on delete cascade,
        primary key (member_id, category_id)
      );

      -- Ids made from the token: a number that counts up would tell its author how much others have sent.
      create table desk.submission (
        id               uuid primary key,
        kind             text not null check (kind in ('thread', 'reply', 'edit')),
        status           text not null default 'waiting'
                         check (status in ('waiting', 'returned', 'refused', 'spam', 'withdrawn', 'published')),
        version          int not null default 1,
        category_id      int not null references category,
        thread_id        int references thread,
        number           int,
        title            text,
        source           text not null,
        html             text not null,
        renderer_version int not null,
        reply_to         int,
        base_change      int,
        author_id        int references member,
        author_name      text not null default '',
        author_role      text not null check (author_role in ('guest', 'member', 'moderator', 'organizer', 'administrator')),
        email            text,
        key_hash         bytea not null,
        token_hash       bytea not null unique,
        held_for         text[] not null default '{}',
        written_at       timestamptz not null,
        changed_at       timestamptz not null,
        decided_at       timestamptz,
        decided_by       int references member,
        reason           text,
        remark           text,
        check (kind <> 'thread' or title is not null),
        check (kind = 'thread' or thread_id is not null),
        check (kind <> 'edit' or number is not null)
      );
      create unique index submission_by_key on desk.submission (coalesce(author_id, 0), key_hash);
      create index submission_waiting on desk.submission (written_at, id) where status = 'waiting';
      create index submission_waiting_by_category on desk.submission (category_id, written_at, id) where status = 'waiting';
      create index submission_by_author on desk.submission (author_id, written_at desc, id) where author_id is not null;
      create index submission_refused_by_author on desk.submission (author_id) where status = 'refused';
      create index submission_by_post on desk.submission (thread_id, number);

      -- Every text that a submission ever had; erased with it when its author withdraws it.
      create table desk.submission_version (
        submission_id  uuid not null references desk.submission on delete cascade,
        version        int not null,
        title          text,
        source         text not null,
        html           text not null,
        written_by     text not null check (written_by in ('author', 'team')),
        member_id      int references member,
        written_at     timestamptz not null,
        primary key (submission_id, version)
      );

      -- A published text that another one has replaced.
      create table desk.revision (
        thread_id      int not null,
        number         int not null,
        revision       int not null,
        title          text,
        source         text not null,
        html           text not null,
        replaced_at    timestamptz not null,
        replaced_by    text not null check (replaced_by in ('author', 'team')),
        primary key (thread_id, number, revision),
        foreign key (thread_id, number) references post
      );

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
        removed_at     timestamptz not null,
        removed_by     int references member,
        reason         text,
        remark         text,
        primary key (thread_id, number),
        foreign key (thread_id, number) references post
      );

      create table desk.decision (
        id             bigint generated always as identity primary key,
        decided_at     timestamptz not null,
        member_id      int references member,
        member_name    text not null,
        decision       text not null check (decision in
                       ('accept', 'edit-and-accept', 'return', 'refuse', 'spam', 'take-down', 'restore', 'withdraw', 'publish')),
        submission_id  uuid,
        category_id    int not null,
        thread_id      int,
        number         int,
        version        int,
        reason         text,
        remark         text
      );
      create index decision_by_submission on desk.decision (submission_id, id) where submission_id is not null;
      create index decision_by_post on desk.decision (thread_id, number, id);
      create index decision_by_category on desk.decision (category_id, id desc);

      create function desk.refuse_change() returns trigger language plpgsql as $$
        begin raise exception 'the log of decisions is append-only' using errcode = 'restrict_violation'; end $$;
      create trigger decision_is_append_only before update or delete on desk.decision
        for each row execute function desk.refuse_change();
      create trigger decision_is_never_emptied before truncate on desk.decision
        for each statement execute function desk.refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema desk cascade');
  }
}
