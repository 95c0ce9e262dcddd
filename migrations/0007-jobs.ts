import type { MigrationInterface, QueryRunner } from 'typeorm';
import { listed } from './lists.js';

/**
 * The tasks and the progress of our jobs. The jobs themselves lie in graphile-worker's tables, which the library makes
 * and changes by migrations of its own at each start (job-tables.ts).
 */
export class Jobs1763700000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Many decisions at once: what was chosen, in which version it was read, and what became of each.
      create table desk.bulk (
        id             uuid primary key,
        member_id      int not null references member on delete cascade,
        state          text not null default 'drafted' check (${listed('desk.bulk.state')}),
        made_at        timestamptz not null,
        back           text not null,
        -- Chosen, but not at this desk, or not there at all.
        elsewhere      int not null default 0,
        decision       text check (${listed('desk.bulk.decision')}),
        reasons        text[] not null default '{}',
        remark         text not null default '',
        language       text,
        started_at     timestamptz,
        finished_at    timestamptz,
        undone_by      int references member,
        check (state = 'drafted' or decision is not null)
      );
      create index bulk_drafted on desk.bulk (made_at) where state = 'drafted';
      create table desk.bulk_item (
        bulk_id        uuid not null references desk.bulk on delete cascade,
        place          int not null,
        submission_id  uuid not null references desk.submission on delete cascade,
        version        int not null,
        -- Null until it is this one's turn; then what was decided, or why nothing was.
        outcome        text,
        -- No foreign key: nothing may stand between the log and those who refuse that it is emptied.
        decision_id    bigint,
        -- The same for the undoing of the whole.
        undone         text,
        primary key (bulk_id, place),
        unique (bulk_id, submission_id)
      );

      -- Decisions of which those concerned have not heard yet. A row in the decision's own transaction, and not a job for
      -- each: that would cost a decision more than all the rest of it.
      create table desk.untold (decision_id bigint primary key, due_at timestamptz not null);
      create index untold_by_moment on desk.untold (due_at);

      -- Categories whose moderators know that somebody waits too long; the row goes when nobody does. What waits about
      -- members waits in no category: its alerts have a row, too, under 0.
      create table desk.alert (category_id int primary key, begun_at timestamptz not null);

      -- Who was told what on the site. No foreign key to the log, as above.
      create table private.notice (
        id             bigint generated always as identity primary key,
        member_id      int not null references private.account on delete cascade,
        kind           text not null,
        decision_id    bigint not null,
        submission_id  uuid references desk.submission on delete cascade,
        thread_id      int references thread,
        number         int,
        noticed_at     timestamptz not null,
        seen_at        timestamptz,
        unique (member_id, decision_id, kind)
      );
      create index notice_by_member on private.notice (member_id, id desc);
      create index notice_unseen on private.notice (member_id) where seen_at is null;
      create unique index notice_answered_once on private.notice (member_id, thread_id, number) where kind = 'answered';

      -- One row for one letter to one person about one event. Neither address nor text: both are read when it leaves.
      create table private.mail (
        id             uuid primary key,
        kind           text not null check (${listed('private.mail.kind')}),
        address_key    bytea not null,
        member_id      int references private.account on delete cascade,
        submission_id  uuid references desk.submission on delete cascade,
        decision_id    bigint,
        made_at        timestamptz not null,
        -- Nothing more will be tried: it left, or there was no reason for it any more.
        closed_at      timestamptz,
        sent           boolean not null default false
      );
      create unique index mail_once on private.mail (decision_id, kind, coalesce(member_id, 0), coalesce(submission_id, '00000000-0000-0000-0000-000000000000'))
        where decision_id is not null;
      create index mail_by_address on private.mail (address_key, made_at);
      create index mail_by_date on private.mail (made_at);

      -- Until where the days and the months of the desk are counted; null before the first one.
      create table desk.counted_until (one boolean primary key default true check (one), day date);
      insert into desk.counted_until values (true, null);
      create table desk.counted_month (one boolean primary key default true check (one), month date);
      insert into desk.counted_month values (true, null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table desk.bulk_item, desk.bulk, desk.untold, desk.alert, desk.counted_until, desk.counted_month, private.notice, private.mail;
    `);
  }
}
