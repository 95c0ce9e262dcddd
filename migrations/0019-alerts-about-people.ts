import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits about members waits in no category: its alerts have a row, too, under 0. */
export class AlertsAboutPeople1763800000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table desk.alert drop constraint alert_category_id_fkey');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from desk.alert where category_id = 0;
      alter table desk.alert add constraint alert_category_id_fkey foreign key (category_id) references category on delete cascade;
    `);
  }
}
