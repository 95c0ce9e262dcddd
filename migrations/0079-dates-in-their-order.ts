import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The agenda reads as many dates as it shows, in the order in which it shows them. */
export class DatesInTheirOrder1763800000079 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index workshop_date_start on workshop_date (starts_at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index workshop_date_start');
  }
}
