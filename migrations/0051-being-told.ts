import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, listed } from './lists.js';

/**
 * Whoever has registered for a workshop is told what changes of it. What somebody knows already lies beside their
 * registration, and all of it goes with the registration.
 */
export class BeingTold1763800000051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A row for each way in which its person wants to be told.
      create table private.registration_telling (
        registration_id uuid not null references private.registration on delete cascade,
        channel        text not null check (${listed('private.registration_telling.channel')}),
        -- How things were when they were told last, or have seen the page; empty where nobody has looked yet.
        knows          jsonb not null,
        -- From when on they are told what is different now; null while nothing is.
        due_at         timestamptz,
        told_at        timestamptz,
        primary key (registration_id, channel)
      );
      insert into private.registration_telling (registration_id, channel, knows)
        select id, 'notice', '{}' from private.registration where member_id is not null and state <> 'cancelled';

      -- Of the address in letters: it opens the page as the registration's own does, and dies with the address.
      alter table private.registration add column mail_token_hash bytea unique;
      create index registration_by_address on private.registration (email) where email is not null;

      alter table private.mail add column registration_id uuid references private.registration on delete cascade;
      create index mail_of_registration on private.mail (registration_id) where registration_id is not null;
      -- One letter at a time: what changes before it leaves stands in it.
      create unique index mail_of_registration_once on private.mail (registration_id)
        where kind = 'registration' and closed_at is null;
      alter table private.notice alter column decision_id drop not null,
        add column registration_id uuid references private.registration on delete cascade;
      create index notice_of_registration on private.notice (registration_id) where registration_id is not null;

      create or replace function private.forget_address() returns trigger language plpgsql as $$
      begin
        update private.confirmation c set address = null where c.address = old.email
          and not exists (select from desk.submission s where s.email = old.email)
          and not exists (select from private.account a where a.email = old.email)
          and not exists (select from private.registration r where r.email = old.email);
        return null;
      end $$;
      create trigger forget_address after update of email on private.registration
        for each row when (old.email is not null and old.email is distinct from new.email)
        execute function private.forget_address();
      create trigger forget_address_of_none after delete on private.registration
        for each row when (old.email is not null) execute function private.forget_address();
      revoke all on private.registration_telling from public;
    `);
    await allow(runner, 'private.mail.kind');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger forget_address on private.registration;
      drop trigger forget_address_of_none on private.registration;
      create or replace function private.forget_address() returns trigger language plpgsql as $$
      begin
        update private.confirmation c set address = null where c.address = old.email
          and not exists (select from desk.submission s where s.email = old.email)
          and not exists (select from private.account a where a.email = old.email);
        return null;
      end $$;
      delete from private.notice where decision_id is null;
      alter table private.notice drop column registration_id, alter column decision_id set not null;
      delete from private.mail where kind = 'registration';
      alter table private.mail drop column registration_id;
      alter table private.mail drop constraint mail_kind_check,
        add constraint mail_kind_check check (kind in ('confirmation', 'decided', 'answered', 'alert'));
      alter table private.registration drop column mail_token_hash;
      drop index private.registration_by_address;
      drop table private.registration_telling;
    `);
  }
}
