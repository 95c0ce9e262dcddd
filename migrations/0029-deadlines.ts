import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FIRST_HOLIDAYS, FIRST_RULES } from './first-deadlines.js';
import { allow, listed } from './lists.js';

/** What the law gives dates for, by country, with the days on which nobody works. Administrators change both. */
export class Deadlines1763800000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Versions of one rule share their number. Without months and days it is a remark, which is never counted.
      create table deadline_rule (
        id             int primary key generated always as identity,
        number         int not null check (number > 0),
        country        text not null check (country ~ '^[A-Z]{2}$'),
        after          text[] not null,
        ended_by       text[] not null,
        months         int check (months > 0),
        days           int check (days > 0),
        binds          text not null check (${listed('deadline_rule.binds')}),
        counting       text not null check (${listed('deadline_rule.counting')}),
        weekday        boolean not null,
        words_fr       text not null,
        words_en       text not null,
        about_fr       text not null,
        about_en       text not null,
        source_fr      text not null,
        source_en      text not null,
        held_from      date,
        held_until     date check (held_until >= held_from),
        checked_on     date,
        checked_by     text,
        check ((checked_on is null) = (checked_by is null))
      );
      create table holiday (
        country        text not null check (country ~ '^[A-Z]{2}$'),
        day            date not null,
        fr             text not null,
        en             text not null,
        primary key (country, day)
      );
      revoke all on deadline_rule, holiday from public;
    `);
    await runner.query(
      `insert into deadline_rule (number, country, after, ended_by, months, days, binds, counting, weekday,
         words_fr, words_en, about_fr, about_en, source_fr, source_en)
       select number, 'FR', after, "endedBy", months, days, binds, counting, weekday, "wordsFr", "wordsEn", "aboutFr",
         "aboutEn", "sourceFr", "sourceEn"
       from jsonb_to_recordset($1::jsonb) as r (number int, after text[], "endedBy" text[], months int, days int,
         binds text, counting text, weekday boolean, "wordsFr" text, "wordsEn" text, "aboutFr" text, "aboutEn" text,
         "sourceFr" text, "sourceEn" text) order by number`,
      [JSON.stringify(FIRST_RULES)],
    );
    await runner.query(
      `insert into holiday (country, day, fr, en)
       select 'FR', day, fr, en from jsonb_to_recordset($1::jsonb) as r (day date, fr text, en text)`,
      [JSON.stringify(FIRST_HOLIDAYS)],
    );
    await allow(runner, 'desk.administration.act');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table holiday, deadline_rule');
  }
}
