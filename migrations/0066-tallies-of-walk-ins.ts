import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A date to which people only came without having registered had no tally, so that they were never forgotten. Of one
 * whose end nobody knows any more they are forgotten a week from now.
 */
export class TalliesOfWalkIns1763800000066 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into private.date_tally (date_id, thread_id, ends_at)
      select r.date_id, r.thread_id, coalesce(d.ends_at, k.ends_at, now())
      from (select distinct date_id, thread_id from private.registration) r
      left join workshop_date d on d.id = r.date_id
      left join desk.kept_date k on k.id = r.date_id
      on conflict do nothing
    `);
  }

  async down(): Promise<void> {
    // Tallies are harmless to what was before.
  }
}
