import type { MigrationInterface, QueryRunner } from 'typeorm';
import { listed } from './lists.js';

/** Who opens threads in a category: everyone who may write there, or the team and organizers alone. */
export class WhoOpens1763800000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table category add column opens text not null default 'everyone' check (${listed('category.opens')})`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table category drop column opens');
  }
}
