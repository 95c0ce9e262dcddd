import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow } from './lists.js';

/** Where a fact of workshops may be kept. */
const FACTS = [
  ['desk.submission', 'facts'],
  ['desk.submission', 'base_facts'],
  ['desk.submission_version', 'facts'],
  ['desk.revision', 'facts'],
  ['desk.revision', 'next_facts'],
  ['desk.removed_post', 'facts'],
];

/** Workshops whose date is to be found: what people are asked about, and what they answer. */
export class Polls1763800000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table workshop_candidate (
        id             uuid primary key,
        thread_id      int not null references workshop,
        position       int not null,
        starts_at      timestamptz not null,
        ends_at        timestamptz not null,
        yes            int not null,
        maybe          int not null
      );
      create index workshop_candidate_of on workshop_candidate (thread_id, position);
      -- What one person can come to, by the ids of candidates; the last of these ends at last_end. It has no time of
      -- its own.
      create table private.availability (
        id             uuid primary key,
        thread_id      int not null references thread,
        key_hash       bytea not null unique,
        token_hash     bytea not null unique,
        name           text not null,
        yes            uuid[] not null,
        maybe          uuid[] not null,
        last_end       timestamptz not null
      );
      create index availability_of on private.availability (thread_id);
      revoke all on workshop_candidate, private.availability from public;
    `);
    await allow(runner, 'private.workshop_act.act');
    for (const [table, column] of FACTS)
      await runner.query(
        `update ${table} set ${column} = ${column} || '{"candidates": []}'
         where ${column}->>'of' = 'workshop' and not ${column} ? 'candidates'`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table private.availability, workshop_candidate');
  }
}
