import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * With the last message or account that names an address, the address goes from what was asked about it, whichever way
 * the message went. The row stays until its day is over, so that a second letter of that day is still one too many.
 */
export class AddressesThatNobodyNames1763800000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table private.confirmation alter column address drop not null;

      drop index desk.submission_unconfirmed;
      create index submission_by_address on desk.submission (email) where email is not null;
      create index account_by_address on private.account (email) where email is not null;

      create function private.forget_address() returns trigger language plpgsql as $$
      begin
        update private.confirmation c set address = null where c.address = old.email
          and not exists (select from desk.submission s where s.email = old.email)
          and not exists (select from private.account a where a.email = old.email);
        return null;
      end $$;
      create trigger forget_address after update of email on desk.submission
        for each row when (old.email is not null and old.email is distinct from new.email)
        execute function private.forget_address();
      create trigger forget_address after update of email on private.account
        for each row when (old.email is not null and old.email is distinct from new.email)
        execute function private.forget_address();
      create trigger forget_address_of_none after delete on private.account
        for each row when (old.email is not null) execute function private.forget_address();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger forget_address on desk.submission;
      drop trigger forget_address on private.account;
      drop trigger forget_address_of_none on private.account;
      drop function private.forget_address;
      drop index desk.submission_by_address, private.account_by_address;
      create index submission_unconfirmed on desk.submission (email) where email is not null
        and email_confirmed_at is null;
      delete from private.confirmation where address is null;
      alter table private.confirmation alter column address set not null;
    `);
  }
}
