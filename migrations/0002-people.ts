import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What belongs to one person and is shown to nobody else. No table here, or anywhere, has a place for an address of a machine. */
export class People1763800000002 implements MigrationInterface {
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
        member_id      int primary key references member on delete cascade,
        password_hash  text not null,
        email          text,
        language       text check (language in ('fr', 'en')),
        suspended_at   timestamptz,
        accepted_count int not null default 0
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
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema private cascade');
  }
}
