import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, listed } from './lists.js';

/** Steps: posts of a case that say what happened, and when. */
export class StepsOfCases1763800000048 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table case_step (
        thread_id      int not null,
        number         int not null,
        kind           text not null check (${listed('case_step.kind')}),
        dated          text not null check (dated ~ '^\\d{4}(-\\d\\d(-\\d\\d)?)?$'),
        how            text check (${listed('case_step.how')}),
        outcome        text,
        cameras        int,
        amount         bigint,
        software       text not null,
        link           text not null,
        post_thread    int,
        post_number    int,
        request_thread int,
        request_number int,
        status         text check (${listed('case_step.status')}),
        status_before  text,
        status_order   int,
        primary key (thread_id, number),
        foreign key (thread_id, number) references post (thread_id, number)
      );
      create index case_step_request on case_step (request_thread, request_number);
      -- What a step said that was moved to a thread which is no case.
      create table desk.kept_step (
        thread_id      int not null,
        number         int not null,
        facts          jsonb not null,
        primary key (thread_id, number),
        foreign key (thread_id, number) references post (thread_id, number)
      );
      -- The facts of a case that was merged into another one, for the undo.
      create table desk.merged_case (
        thread_id      int primary key references thread,
        facts          jsonb not null
      );
      revoke all on case_step, desk.kept_step, desk.merged_case from public;

      -- As earlier texts: there are many ways for a post to go, and none of them may leave behind what it said.
      create function desk.drop_step_of_post() returns trigger language plpgsql as $$
        begin delete from public.case_step where thread_id = new.thread_id and number = new.number; return null; end $$;
      create trigger gone_without_step after update of gone on post
        for each row when (new.gone is not null) execute function desk.drop_step_of_post();
    `);
    await allow(runner, 'desk.submission.kind');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger gone_without_step on post;
      drop function desk.drop_step_of_post;
      drop table desk.merged_case, desk.kept_step, case_step;
    `);
  }
}
