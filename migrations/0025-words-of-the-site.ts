import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow } from './lists.js';

/** What a forum says about itself in its administrators' words, in Markdown; empty for nothing. */
export class WordsOfTheSite1763800000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table site add column charter text not null default '', add column contact text not null default '',
        add column legal text not null default '';
    `);
    await allow(runner, 'desk.administration.act');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table site drop column charter, drop column contact, drop column legal');
  }
}
