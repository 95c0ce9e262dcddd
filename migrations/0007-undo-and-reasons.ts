import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FIRST_REASONS } from './first-reasons.js';

/** What an undo has to put back, reasons that administrators edit, and the days of the desk that are over. */
export class UndoAndReasons1763800000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table desk.revision
        add column renderer_version int,
        add column edited_at timestamptz,
        add column edited_by_team boolean not null default false;

      -- All the reasons of a refusal; the first of them stands in "reason" too, for whoever asks for one. Rows of before
      -- have their one reason there alone: the log is append-only for a migration as well.
      alter table desk.decision add column reasons text[] not null default '{}';
      create index decision_by_kind on desk.decision (decision, id desc);
      create index decision_by_member on desk.decision (member_id, id desc);
      create index decision_by_moment on desk.decision (decided_at);
      alter table desk.submission add column reasons text[] not null default '{}';
      update desk.submission set reasons = array[reason] where reason is not null;

      -- In the public schema, because everybody reads the list and tombstones carry its words. A code that was used once
      -- stands in rows for ever, so nothing is deleted here: it is switched off.
      create table reason (
        code       text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 40),
        position   int not null,
        fr         text not null check (fr <> ''),
        en         text not null check (en <> ''),
        about_fr   text not null default '',
        about_en   text not null default '',
        body_fr    text not null default '',
        body_en    text not null default '',
        active     boolean not null default true
      );

      alter table desk.administration
        drop constraint administration_act_check,
        add constraint administration_act_check check (act in
          ('category-created', 'category-changed', 'category-moved', 'words-changed', 'reasons-changed'));

      -- The public log. A day is written once, when it is over in the site's time zone, and is never changed.
      create table moderated_day (
        day          date not null,
        category_id  int not null references category,
        decision     text not null,
        reason       text not null default '',
        count        int not null check (count > 0),
        primary key (day, category_id, decision, reason)
      );
      create table desk.counted_until (one boolean primary key default true check (one), day date);
      insert into desk.counted_until values (true, null);
      revoke all on reason, moderated_day from public;
    `);
    for (const [position, { code, names, abouts, bodies }] of FIRST_REASONS.entries())
      await runner.query(
        `insert into reason (code, position, fr, en, about_fr, about_en, body_fr, body_en) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [code, position + 1, ...names, ...abouts, ...bodies],
      );
  }

  async down(): Promise<void> {
    throw new Error('an append-only log does not shrink');
  }
}
