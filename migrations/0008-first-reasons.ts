import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FIRST_REASONS } from './first-reasons.js';

/** The reasons that a new forum begins with; from then on the list is the administrators'. */
export class FirstReasons1763700000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [position, { code, names, abouts, bodies }] of FIRST_REASONS.entries())
      await runner.query(
        `insert into reason (code, position, fr, en, about_fr, about_en, body_fr, body_en) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [code, position + 1, ...names, ...abouts, ...bodies],
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from reason');
  }
}
