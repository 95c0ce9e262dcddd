import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who proposed a text that stands in somebody else's post: anybody may change the summary of a case, once it is read.
 */
export class Proposals1763800000054 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table desk.submission add column proposes boolean not null default false;
      create table proposal (
        thread_id  int not null,
        number     int not null,
        changed_at timestamptz not null,
        member_id  int references member,
        name       text not null,
        primary key (thread_id, number, changed_at),
        foreign key (thread_id, number) references post (thread_id, number)
      );
      revoke all on proposal from public;

      -- As earlier texts and steps: whichever way a post goes, nobody reads who had a part in it.
      create function desk.drop_proposals_of_post() returns trigger language plpgsql as $$
        begin delete from public.proposal where thread_id = new.thread_id and number = new.number; return null; end $$;
      create trigger gone_without_proposals after update of gone on post
        for each row when (new.gone is not null) execute function desk.drop_proposals_of_post();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger gone_without_proposals on post;
      drop function desk.drop_proposals_of_post;
      drop table proposal;
      alter table desk.submission drop column proposes;
    `);
  }
}
