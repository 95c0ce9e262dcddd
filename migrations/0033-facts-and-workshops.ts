import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FIRST_THEMES } from './first-themes.js';
import { allow, listed } from './lists.js';

/** What a thread is about besides its words, and the first kind that has it: workshops. */
export class FactsAndWorkshops1763800000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table thread add column kind text not null default 'thread' check (${listed('thread.kind')});
      alter table category add column takes text[] not null default '{thread}' check (${listed('category.takes')});
      -- With an edit: what was public when its author changed it, too. What differs is the edit.
      alter table desk.submission add column facts jsonb, add column base_facts jsonb;
      alter table desk.submission_version add column facts jsonb;
      -- What stood before, and what took its place: an undo puts back what differs, and nothing that came in between.
      alter table desk.revision add column facts jsonb, add column next_facts jsonb;
      alter table desk.removed_post add column facts jsonb;

      create table theme (
        code           text primary key,
        fr             text not null,
        en             text not null,
        position       int not null,
        active         boolean not null default true
      );
      -- A row stands here only while post 1 does. The address is here where everybody may read it, the one online where
      -- nobody registers; otherwise both are in private.workshop_secret.
      create table workshop (
        thread_id      int primary key references thread,
        town_code      text references town,
        place          text not null,
        address        text not null,
        online         text not null,
        is_online      boolean not null,
        reveal         text not null check (${listed('workshop.reveal')}),
        access         text not null,
        bring          text not null,
        language       text not null,
        price          text not null check (${listed('workshop.price')}),
        themes         text[] not null,
        zone           text not null,
        seats          int,
        count          text not null check (${listed('workshop.count')}),
        admission      text not null check (${listed('workshop.admission')})
      );
      create index workshop_town on workshop (town_code);
      create table workshop_date (
        id             uuid primary key,
        thread_id      int not null references workshop,
        position       int not null,
        starts_at      timestamptz not null,
        ends_at        timestamptz not null,
        seats          int,
        state          text not null check (${listed('workshop_date.state')}),
        moved_from     timestamptz,
        reason         text,
        is_open        boolean not null,
        sequence       int not null,
        changed_at     timestamptz not null
      );
      create index workshop_date_of on workshop_date (thread_id, position);
      create index workshop_date_next on workshop_date (ends_at, id);
      create table workshop_part (
        id             uuid primary key,
        thread_id      int not null references workshop,
        position       int not null,
        title          text not null,
        time           text not null,
        text           text not null,
        seats          int
      );
      create index workshop_part_of on workshop_part (thread_id, position);

      create table private.workshop_secret (
        thread_id      int primary key references thread,
        address        text not null,
        online         text not null
      );
      -- What became of the dates of a workshop whose post 1 is gone for now, for its return.
      create table desk.kept_date (
        id             uuid primary key,
        thread_id      int not null references thread,
        starts_at      timestamptz not null,
        ends_at        timestamptz not null,
        seats          int,
        state          text not null check (${listed('desk.kept_date.state')}),
        moved_from     timestamptz,
        reason         text,
        is_open        boolean not null,
        sequence       int not null
      );
      create index kept_date_of on desk.kept_date (thread_id);
      revoke all on theme, workshop, workshop_date, workshop_part, private.workshop_secret, desk.kept_date from public;
    `);
    await allow(runner, 'desk.submission.kind');
    await allow(runner, 'desk.administration.act');
    for (const [position, { code, fr, en }] of FIRST_THEMES.entries())
      await runner.query('insert into theme (code, fr, en, position) values ($1, $2, $3, $4)', [
        code,
        fr,
        en,
        position + 1,
      ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table desk.kept_date, private.workshop_secret, workshop_part, workshop_date, workshop, theme;
      alter table desk.removed_post drop column facts;
      alter table desk.revision drop column facts, drop column next_facts;
      alter table desk.submission_version drop column facts;
      alter table desk.submission drop column facts, drop column base_facts;
      alter table category drop column takes;
      alter table thread drop column kind;
    `);
  }
}
