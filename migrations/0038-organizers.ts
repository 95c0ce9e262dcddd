import type { MigrationInterface, QueryRunner } from 'typeorm';
import { listed } from './lists.js';

/** Whether organizers announce and change workshops at once, in one category. */
export class Organizers1763800000038 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table category add column organizers text not null default 'as-everyone'
         check (${listed('category.organizers')})`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table category drop column organizers');
  }
}
