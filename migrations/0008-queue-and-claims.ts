import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Case and accents folded by what every PostgreSQL has, so that no host has to allow an extension; the application
 * folds what is asked for in the same way.
 */
const FOLDED = `regexp_replace(replace(replace(lower(regexp_replace(
  normalize(coalesce(title, '') || ' ' || source, NFKD), '[\\u0300-\\u036f]', '', 'g') collate "und-x-icu"), 'œ', 'oe'), 'æ', 'ae'),
  '[^[:alnum:]]+' collate "und-x-icu", ' ', 'g')`;

/** What the queue is filtered by, answered from indexes over what waits alone, and who is at work on what. */
export class QueueAndClaims1763800000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Generated, because several rooms write submissions and each of them would have to remember. Only what waits is
      -- ever searched: a decided row carries no second copy of its words.
      alter table desk.submission
        add column with_links boolean not null generated always as (html ~ '<a [^<>]*href="[^"#/]') stored,
        add column search tsvector generated always as
          (case when status = 'waiting' then to_tsvector('pg_catalog.simple'::regconfig, ${FOLDED}) end) stored;

      -- Everything that a filter asks stands in the index, so that ten thousand waiting rows are counted without
      -- opening one of them.
      drop index desk.submission_waiting, desk.submission_waiting_by_category, desk.submission_refused_by_author;
      create index submission_waiting on desk.submission (written_at, id)
        include (category_id, kind, with_links, author_id, author_name) where status = 'waiting';
      create index submission_waiting_by_category on desk.submission (category_id, written_at, id)
        include (kind, with_links, author_id, author_name) where status = 'waiting';
      create index submission_searched on desk.submission using gin (search) where status = 'waiting';
      create index submission_by_outcome on desk.submission (author_id, status) where author_id is not null;

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
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table desk.claim, desk.presence;
      drop index desk.submission_by_outcome;
      alter table desk.submission drop column search, drop column with_links;
      create index submission_waiting on desk.submission (written_at, id) where status = 'waiting';
      create index submission_waiting_by_category on desk.submission (category_id, written_at, id) where status = 'waiting';
      create index submission_refused_by_author on desk.submission (author_id) where status = 'refused';
    `);
  }
}
