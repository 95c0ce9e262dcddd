import type { MigrationInterface, QueryRunner } from 'typeorm';
import { listed } from './lists.js';

/** Who decides about which category, the log of decisions, and what each decision needs to be undone. */
export class Desk1763700000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table desk.counter (name text primary key, last int not null);
      insert into desk.counter values ('thread', 0);

      -- No row for a moderator means every category.
      create table desk.moderator_category (
        member_id      int not null references member on delete cascade,
        category_id    int not null references category on delete cascade,
        primary key (member_id, category_id)
      );

      -- A hint and never a lock: one row for one submission, true until its time is over.
      create table desk.claim (
        submission_id  uuid primary key references desk.submission on delete cascade,
        member_id      int not null references member on delete cascade,
        claimed_at     timestamptz not null,
        until          timestamptz not null
      );
      create index claim_by_end on desk.claim (until);

      -- Who looked at the desk last and when. After a crash it may be empty: it fills within a minute.
      create unlogged table desk.presence (
        member_id      int primary key references member on delete cascade,
        seen_at        timestamptz not null
      );

      -- Who has agreed with a version while the second person is awaited. Gone as soon as it is settled.
      create table desk.agreement (
        submission_id  uuid not null references desk.submission on delete cascade,
        version        int not null,
        member_id      int not null references member on delete cascade,
        agreed_at      timestamptz not null,
        primary key (submission_id, version, member_id)
      );

      create table desk.decision (
        id             bigint generated always as identity primary key,
        decided_at     timestamptz not null,
        member_id      int references member,
        member_name    text not null,
        decision       text not null check (${listed('desk.decision.decision')}),
        submission_id  uuid,
        -- Suspensions and texts of members' pages belong to no category; whatever stands in a thread belongs to one.
        category_id    int,
        thread_id      int,
        number         int,
        version        int,
        -- All of them, and the first one alone; the oldest rows have theirs only there.
        reason         text,
        reasons        text[] not null default '{}',
        remark         text,
        undoes         bigint references desk.decision,
        batch          uuid,
        detail         jsonb,
        constraint decision_has_its_category check (category_id is not null or thread_id is null)
      );
      create unique index decision_undone_once on desk.decision (undoes) where undoes is not null;
      create index decision_by_submission on desk.decision (submission_id, id) where submission_id is not null;
      create index decision_by_post on desk.decision (thread_id, number, id);
      create index decision_by_category on desk.decision (category_id, id desc);
      create index decision_by_kind on desk.decision (decision, id desc);
      create index decision_by_member on desk.decision (member_id, id desc);
      create index decision_by_moment on desk.decision (decided_at);
      create index decision_by_batch on desk.decision (batch, id) where batch is not null;
      create index decision_about_member on desk.decision (((detail->>'member')::int), id) where category_id is null and detail ? 'member';

      create table desk.administration (
        id             bigint generated always as identity primary key,
        done_at        timestamptz not null,
        member_id      int references member,
        member_name    text not null,
        act            text not null check (${listed('desk.administration.act')}),
        category_id    int references category,
        detail         jsonb not null default '{}'
      );
      create index administration_by_category on desk.administration (category_id, id desc);

      create function desk.refuse_change() returns trigger language plpgsql as $$
        begin raise exception 'the log of decisions is append-only' using errcode = 'restrict_violation'; end $$;
      create trigger decision_is_append_only before update or delete on desk.decision
        for each row execute function desk.refuse_change();
      create trigger decision_is_never_emptied before truncate on desk.decision
        for each statement execute function desk.refuse_change();
      create trigger administration_is_append_only before update or delete on desk.administration
        for each row execute function desk.refuse_change();
      create trigger administration_is_never_emptied before truncate on desk.administration
        for each statement execute function desk.refuse_change();

      create table desk.blocked_word (
        list           text not null check (${listed('desk.blocked_word.list')}),
        word           text not null,
        primary key (list, word)
      );

      -- What moderators note about a member, for one another.
      create table desk.note (
        id             bigint generated always as identity primary key,
        member_id      int not null references member on delete cascade,
        author_id      int references member on delete set null,
        words          text not null check (words <> ''),
        written_at     timestamptz not null,
        struck_at      timestamptz
      );
      create index note_by_member on desk.note (member_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table desk.counter, desk.moderator_category, desk.claim, desk.presence, desk.agreement, desk.decision, desk.administration,
        desk.blocked_word, desk.note;
      drop function desk.refuse_change;
    `);
  }
}
