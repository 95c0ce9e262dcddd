import type { MigrationInterface, QueryRunner } from 'typeorm';
import { listed } from './lists.js';

/** Who runs a workshop, what they have done with it, and what of it everybody may know. */
export class Hosts1763800000037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Hosts are private; what they show of themselves stands here while the workshop does.
      alter table workshop add column has_host boolean not null default false,
        add column shown_hosts int[] not null default '{}';
      -- Registrations are private, too. Whether a date is full stands here, and how many come where that is public.
      alter table workshop_date add column is_full boolean not null default false, add column taken int,
        add check (${listed('workshop_date.reason')});
      alter table workshop_part add column is_full boolean not null default false, add column taken int;

      create table private.workshop_host (
        thread_id      int not null references thread,
        member_id      int not null references private.account on delete cascade,
        -- By the role of organizer or administrator, and only as long as they have it; others were added by a host.
        by_role        boolean not null,
        is_shown       boolean not null default false,
        since          timestamptz not null,
        primary key (thread_id, member_id)
      );
      create index workshop_host_of on private.workshop_host (member_id);

      create table private.workshop_act (
        id             bigint generated always as identity primary key,
        thread_id      int not null references thread,
        -- Null where nobody did it: a host has lost the role.
        member_id      int references private.account on delete cascade,
        acted_at       timestamptz not null,
        act            text not null check (${listed('private.workshop_act.act')}),
        -- What was before and after it.
        detail         jsonb not null,
        undoes         bigint unique references private.workshop_act
      );
      create index workshop_act_of on private.workshop_act (thread_id, id);
      revoke all on private.workshop_host, private.workshop_act from public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table private.workshop_act, private.workshop_host;
      alter table workshop_part drop column taken, drop column is_full;
      alter table workshop_date drop column taken, drop column is_full, drop constraint workshop_date_reason_check;
      alter table workshop drop column shown_hosts, drop column has_host;
    `);
  }
}
