import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, listed } from './lists.js';

/** Links that administrators give to whoever is to have a role here; of each there is only its hash. */
export class Invitations1763800000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table private.invitation (
        id         int generated always as identity primary key,
        token_hash bytea not null unique,
        role       text not null check (${listed('private.invitation.role')}),
        -- Those that a moderator is limited to; empty for all.
        categories int[] not null default '{}',
        made_by    int not null references member on delete cascade,
        made_at    timestamptz not null,
        expires_at timestamptz not null
      );
    `);
    await allow(runner, 'desk.administration.act');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table private.invitation');
  }
}
