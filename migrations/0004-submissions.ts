import type { MigrationInterface, QueryRunner } from 'typeorm';
import { kindChecks } from './kind-checks.js';
import { listed } from './lists.js';

/**
 * Case and accents folded by what every PostgreSQL has, so that no host has to allow an extension; the application
 * folds what is asked for in the same way.
 */
const FOLDED = `regexp_replace(replace(replace(lower(regexp_replace(
  normalize(coalesce(title, '') || ' ' || source, NFKD), '[\\u0300-\\u036f]', '', 'g') collate "und-x-icu"), 'œ', 'oe'), 'æ', 'ae'),
  '[^[:alnum:]]+' collate "und-x-icu", ' ', 'g')`;

/** What people sent, which waits or was decided. The reader login has no right to any of it. */
export class Submissions1763700000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema desk;

      -- Ids made from the token: a number that counts up would tell its author how much others have sent.
      create table desk.submission (
        id               uuid primary key,
        kind             text not null check (${listed('desk.submission.kind')}),
        status           text not null default 'waiting' check (${listed('desk.submission.status')}),
        version          int not null default 1,

        -- Where it goes: without a category what belongs to none, without a thread what opens one or is about a member.
        category_id      int references category,
        thread_id        int references thread,
        number           int,
        reply_to         int,
        base_change      int,
        article          jsonb,
        appeals          uuid references desk.submission,
        -- The threads that a submission without a number has left, the last one last: undoing the last move brings it back.
        moved_from       int[] not null default '{}',

        title            text,
        source           text not null,
        html             text not null,
        renderer_version int not null,
        -- What a text has in common with its copies; erased with the text when its author withdraws it.
        text_hash        bytea,
        -- Generated, because several rooms write submissions and each of them would have to remember. Only what waits is
        -- ever searched: a decided row carries no second copy of its words.
        with_links       boolean not null generated always as (html ~ '<a [^<>]*href="[^"#/]') stored,
        search           tsvector generated always as
                         (case when status = 'waiting' then to_tsvector('pg_catalog.simple'::regconfig, ${FOLDED}) end) stored,

        author_id        int references member,
        author_name      text not null default '',
        author_role      text not null check (${listed('desk.submission.author_role')}),
        email            text,
        email_confirmed_at timestamptz,
        key_hash         bytea not null,
        token_hash       bytea not null unique,
        -- By the second token the mails lead to the follow page: the first one is not known here and goes into no mail.
        mail_token_hash  bytea,
        -- The short code itself is nowhere, and the token lies in a box that only the code opens.
        code_hash        bytea,
        code_box         bytea,

        held_for         text[] not null default '{}',
        written_at       timestamptz not null,
        changed_at       timestamptz not null,
        decided_at       timestamptz,
        decided_by       int references member,
        -- All the reasons of a refusal; the first of them stands in "reason" too, for whoever asks for one.
        reason           text,
        reasons          text[] not null default '{}',
        remark           text,

        ${Object.entries(kindChecks())
          .map(([name, condition]) => `constraint ${name} check (${condition})`)
          .join(',\n')}
      );
      create unique index submission_by_key on desk.submission (coalesce(author_id, 0), key_hash);
      create unique index submission_by_mail_token on desk.submission (mail_token_hash) where mail_token_hash is not null;
      create unique index submission_by_code on desk.submission (code_hash) where code_hash is not null;
      create unique index submission_report_of_post on desk.submission (thread_id, number)
        where kind = 'report' and status = 'waiting';
      create unique index submission_appealed_once on desk.submission (appeals) where appeals is not null;
      -- One text of a member's page waits at a time, or came back: what is written meanwhile is its next version.
      create unique index submission_profile_once on desk.submission (author_id)
        where kind = 'profile' and status in ('waiting', 'returned');

      -- Everything that a filter of the queue asks stands in the index, so that ten thousand waiting rows are counted
      -- without opening one of them.
      create index submission_waiting on desk.submission (written_at, id)
        include (category_id, kind, with_links, author_id, author_name) where status = 'waiting';
      create index submission_waiting_by_category on desk.submission (category_id, written_at, id)
        include (kind, with_links, author_id, author_name) where status = 'waiting';
      create index submission_searched on desk.submission using gin (search) where status = 'waiting';
      create index submission_by_author on desk.submission (author_id, written_at desc, id) where author_id is not null;
      create index submission_by_outcome on desk.submission (author_id, status) where author_id is not null;
      create index submission_by_post on desk.submission (thread_id, number);
      create index submission_by_text on desk.submission (text_hash, written_at) where text_hash is not null;
      create index submission_unconfirmed on desk.submission (email) where email is not null and email_confirmed_at is null;

      -- Every text that a submission ever had; erased with it when its author withdraws it.
      create table desk.submission_version (
        submission_id  uuid not null references desk.submission on delete cascade,
        version        int not null,
        title          text,
        source         text not null,
        html           text not null,
        written_by     text not null check (${listed('desk.submission_version.written_by')}),
        member_id      int references member,
        written_at     timestamptz not null,
        primary key (submission_id, version)
      );

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

      -- Which message of SPIP has become which submission, so that a second import brings nothing twice. A submission is
      -- erased and never deleted: what its author has withdrawn here does not come back with the next dump.
      create table desk.spip_message (
        site_id        int not null references host_site,
        message        bigint not null,
        submission_id  uuid not null references desk.submission,
        primary key (site_id, message)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema desk cascade');
  }
}
