import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Statistics of moderation: months that are over, and of them only what may be shown to everyone. */
export class Openness1763800000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A month of one category, or of all that everybody could read then (no category). Written once, never changed.
      create table moderated_month (
        month           date not null check (extract(day from month) = 1),
        category_id     int references category,
        median_minutes  int check (median_minutes >= 0),
        ninth_minutes   int check (ninth_minutes >= median_minutes),
        delays_of       text check (delays_of in ('decided', 'published')),
        check (num_nulls(median_minutes, ninth_minutes, delays_of) in (0, 3)),
        unique nulls not distinct (month, category_id)
      );

      -- A number under five has no row, as if nothing had happened, and what would give one away has a row without a
      -- number: whoever may read this table, and not only the page, can't learn more than the page says.
      create table moderated_figure (
        month           date not null,
        category_id     int references category,
        figure          text not null,
        reason          text not null default '',
        count           int check (count >= 5),
        unique nulls not distinct (month, category_id, figure, reason)
      );
      create table desk.counted_month (one boolean primary key default true check (one), month date);
      insert into desk.counted_month values (true, null);
      revoke all on moderated_month, moderated_figure from public;
    `);
  }

  async down(): Promise<void> {
    throw new Error('an append-only log does not shrink');
  }
}
