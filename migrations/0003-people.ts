import type { MigrationInterface, QueryRunner } from 'typeorm';
import { listed } from './lists.js';

/**
 * What belongs to one person and is shown to nobody else. No table, here or elsewhere, has a column for an IP address.
 */
export class People1763700000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema private;

      create table private.installation (
        one            boolean primary key default true check (one),
        secret         bytea not null check (length(secret) = 32)
      );

      create table private.setup_link (
        one            boolean primary key default true check (one),
        token_hash     bytea not null,
        expires_at     timestamptz not null
      );

      create table private.account (
        member_id          int primary key references member on delete cascade,
        password_hash      text not null,
        email              text,
        email_confirmed_at timestamptz,
        mails              text[] not null default '{decided,answered,alert}' check (${listed('private.account.mails')}),
        language           text check (${listed('private.account.language')}),
        accepted_count     int not null default 0,
        suspended_at       timestamptz,
        suspended_until    timestamptz,
        suspended_for      text
      );

      create table private.recovery_code (
        member_id      int not null references private.account on delete cascade,
        code_hash      bytea not null,
        primary key (member_id, code_hash)
      );

      -- The key is the hash of the token: who reads this table cannot use what it holds.
      create table private.session (
        token_hash     bytea primary key,
        member_id      int not null references private.account on delete cascade,
        created_at     timestamptz not null,
        seen_on        date not null,
        expires_at     timestamptz not null
      );
      create index session_by_member on private.session (member_id);
      create index session_by_expiry on private.session (expires_at);

      create table private.read_mark (
        member_id      int not null references private.account on delete cascade,
        thread_id      int not null references thread on delete cascade,
        number         int not null,
        primary key (member_id, thread_id)
      );

      create table private.host_site_key (
        site_id        int primary key references host_site on delete cascade,
        key            text not null check (length(key) >= 32)
      );

      create table private.desk_feed (
        member_id      int primary key references private.account on delete cascade,
        token_hash     bytea not null unique,
        made_at        timestamptz not null
      );

      -- A letter that asks whether an address is its reader's: one for an address and day, whoever typed it. The key is an
      -- HMAC of the address; the address itself goes when the link does.
      create table private.confirmation (
        address_key    bytea primary key,
        address        text not null,
        token_hash     bytea not null unique,
        asked_at       timestamptz not null,
        expires_at     timestamptz not null
      );
      create index confirmation_by_expiry on private.confirmation (expires_at);
      create table private.mail_refusal (address_key bytea primary key, refused_at timestamptz not null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema private cascade');
  }
}
