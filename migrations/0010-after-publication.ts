import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What readers and moderators do with what is published: report it, appeal, lock, pin, move, edit, suspend. */
export class AfterPublication1763800000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What readers said of one published post; they gather on one card for as long as it waits.
      create table desk.report (
        key_hash       bytea primary key,
        submission_id  uuid not null references desk.submission on delete cascade,
        reason         text not null,
        remark         text,
        member_id      int references member,
        reported_at    timestamptz not null
      );
      create index report_by_submission on desk.report (submission_id, reported_at);
      create unique index report_once_by_member on desk.report (submission_id, member_id) where member_id is not null;
      create unique index submission_report_of_post on desk.submission (thread_id, number)
        where kind = 'report' and status = 'waiting';
      create unique index submission_appealed_once on desk.submission (appeals) where appeals is not null;

      alter table thread
        add column locked boolean not null default false,
        add column pinned_at timestamptz,
        add column moved_to int references thread;
      create index thread_pinned on thread (category_id, pinned_at desc, id desc) where pinned_at is not null;

      -- A post that has moved leaves its number behind, and the number leads to where it stands now.
      alter table post
        drop constraint post_gone_check,
        add constraint post_gone_check check (gone in ('taken-down', 'withdrawn', 'moved')),
        add column edited_for text;
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
      revoke all on post_moved from public;

      -- Whom a suspension is about stands in the detail; it is about no category.
      alter table desk.decision alter column category_id drop not null,
        add constraint decision_has_its_category check (category_id is not null or decision in ('suspend', 'reinstate', 'undo'));
      alter table private.account
        add column suspended_until timestamptz,
        add column suspended_for text;
      alter table desk.revision add column edited_for text;
    `);
  }

  async down(): Promise<void> {
    throw new Error('an append-only log does not shrink');
  }
}
