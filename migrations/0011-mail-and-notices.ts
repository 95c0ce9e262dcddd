import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is told what: on the site, and by mail where somebody has shown that the address is theirs. */
export class MailAndNotices1763800000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- By the second token the mails lead to the follow page: the first one is not known here and goes into no mail.
      alter table desk.submission
        add column email_confirmed_at timestamptz,
        add column mail_token_hash bytea;
      create unique index submission_by_mail_token on desk.submission (mail_token_hash) where mail_token_hash is not null;
      create index submission_unconfirmed on desk.submission (email) where email is not null and email_confirmed_at is null;

      alter table private.account
        add column email_confirmed_at timestamptz,
        add column mails text[] not null default '{decided,answered,alert}' check (mails <@ '{decided,answered,alert}'::text[]);

      -- A letter that asks whether an address is its reader's: one for an address and day, whoever typed it. The key is an
      -- HMAC of the address; the address itself goes when the link does.
      create table private.confirmation (
        address_key    bytea primary key,
        address        text not null,
        token_hash     bytea not null unique,
        asked_at       timestamptz not null,
        expires_at     timestamptz not null
      );
      create index confirmation_by_expiry on private.confirmation (expires_at);
      create table private.mail_refusal (address_key bytea primary key, refused_at timestamptz not null);

      -- One row for one letter to one person about one event. Neither address nor text: both are read when it leaves.
      create table private.mail (
        id             uuid primary key,
        kind           text not null check (kind in ('confirmation', 'decided', 'answered', 'alert')),
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

      -- No foreign key to the log: nothing may stand between it and those who refuse that it is emptied.
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

      -- Categories whose moderators know that somebody waits too long; the row goes when nobody does.
      create table desk.alert (category_id int primary key references category on delete cascade, begun_at timestamptz not null);
      create table private.desk_feed (
        member_id      int primary key references private.account on delete cascade,
        token_hash     bytea not null unique,
        made_at        timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table private.confirmation, private.mail_refusal, private.mail, private.notice, private.desk_feed, desk.alert;
      alter table private.account drop column email_confirmed_at, drop column mails;
      alter table desk.submission drop column email_confirmed_at, drop column mail_token_hash;
    `);
  }
}
