import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An alert is one moderator's: what waits for a colleague of theirs is none. Who was told already is not told again.
 */
export class AlertsForEach1763800000049 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table desk.alert drop constraint alert_pkey,
        add column member_id int references member on delete cascade;
      insert into desk.alert (member_id, category_id, begun_at)
        select m.id, a.category_id, a.begun_at from desk.alert a
        join member m on m.role in ('moderator', 'administrator');
      delete from desk.alert where member_id is null;
      alter table desk.alert add primary key (member_id, category_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from desk.alert a using desk.alert b where a.category_id = b.category_id and a.member_id > b.member_id;
      alter table desk.alert drop column member_id;
      alter table desk.alert add primary key (category_id);
    `);
  }
}
