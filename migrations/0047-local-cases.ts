import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, listed } from './lists.js';

/** The third kind of thread: local cases, with their town and how far they have come. */
export class LocalCases1763800000047 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A row stands here only while post 1 does. The point is rounded to its precision before it comes here.
      create table local_case (
        thread_id      int primary key references thread,
        town_code      text references town,
        country        text not null,
        place          text not null,
        latitude       double precision,
        longitude      double precision,
        precision      text not null check (${listed('local_case.precision')}),
        authority      text not null check (${listed('local_case.authority')}),
        authority_name text not null,
        themes         text[] not null,
        status         text not null check (${listed('local_case.status')}),
        opened_at      timestamptz not null,
        moved_at       timestamptz not null,
        check ((latitude is null) = (longitude is null)),
        check ((town_code is null) = (country <> ''))
      );
      create index local_case_town on local_case (town_code);
      create index local_case_moved on local_case (moved_at desc, thread_id desc);
      revoke all on local_case from public;
    `);
    for (const column of ['desk.submission.kind', 'thread.kind', 'category.takes'] as const)
      await allow(runner, column);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table local_case');
  }
}
