import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which message of SPIP has become which submission, so that a second import brings nothing twice. */
export class Spip1763800000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- At the desk, because it names messages that wait too. A submission is erased and never deleted: what its author
      -- has withdrawn here does not come back with the next dump.
      create table desk.spip_message (
        site_id        int not null references host_site,
        message        bigint not null,
        submission_id  uuid not null references desk.submission,
        primary key (site_id, message)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table desk.spip_message');
  }
}
