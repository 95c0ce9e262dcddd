import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The short code by which somebody who could not keep an address finds it again. */
export class FollowCodes1763800000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The code itself is nowhere, and the token lies in a box that only the code opens.
      alter table desk.submission add column code_hash bytea, add column code_box bytea;
      create unique index submission_by_code on desk.submission (code_hash) where code_hash is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table desk.submission drop column code_hash, drop column code_box');
  }
}
