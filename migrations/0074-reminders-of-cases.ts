import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, listed } from './lists.js';

/** Whoever follows the dates of a case is reminded of them: members by notices, addresses by letters. */
export class RemindersOfCases1763800000074 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table private.case_reminder (
        id         uuid primary key,
        thread_id  int not null references thread,
        member_id  int references private.account (member_id) on delete cascade,
        email      text,
        email_confirmed_at timestamptz,
        language   text not null check (${listed('private.case_reminder.language')}),
        asked_at   timestamptz not null,
        -- What they were reminded of, or read on the page when they asked.
        knows      text[] not null default '{}',
        -- How the case, the law and the day were when somebody looked last.
        looked     text not null default '',
        -- From when on they are told what is due now; null while nothing is.
        due_at     timestamptz,
        -- Since when the case cannot be read any more.
        gone_at    timestamptz,
        unique (thread_id, member_id),
        unique (thread_id, email),
        check ((member_id is null) <> (email is null))
      );
      create index case_reminder_of_member on private.case_reminder (member_id) where member_id is not null;
      create index case_reminder_by_address on private.case_reminder (email) where email is not null;
      revoke all on private.case_reminder from public;

      alter table private.mail add column reminder_id uuid references private.case_reminder on delete cascade;
      create index mail_of_reminder on private.mail (reminder_id) where reminder_id is not null;
      -- One letter at a time: what is due when it leaves stands in it.
      create unique index mail_of_reminder_once on private.mail (reminder_id)
        where kind = 'reminder' and closed_at is null;

      create or replace function private.forget_address() returns trigger language plpgsql as $$
      begin
        update private.confirmation c set address = null where c.address = old.email
          and not exists (select from desk.submission s where s.email = old.email)
          and not exists (select from private.account a where a.email = old.email)
          and not exists (select from private.registration r where r.email = old.email)
          and not exists (select from private.case_reminder r where r.email = old.email);
        return null;
      end $$;
      create trigger forget_address_of_none after delete on private.case_reminder
        for each row when (old.email is not null) execute function private.forget_address();
    `);
    await allow(runner, 'private.mail.kind');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger forget_address_of_none on private.case_reminder;
      create or replace function private.forget_address() returns trigger language plpgsql as $$
      begin
        update private.confirmation c set address = null where c.address = old.email
          and not exists (select from desk.submission s where s.email = old.email)
          and not exists (select from private.account a where a.email = old.email)
          and not exists (select from private.registration r where r.email = old.email);
        return null;
      end $$;
      delete from private.mail where kind = 'reminder';
      alter table private.mail drop column reminder_id;
      alter table private.mail drop constraint mail_kind_check, add constraint mail_kind_check
        check (kind in ('confirmation', 'decided', 'answered', 'alert', 'registration'));
      delete from private.notice where kind in ('due-in-two-weeks', 'due-in-three-days', 'authority-is-late');
      drop table private.case_reminder;
    `);
  }
}
