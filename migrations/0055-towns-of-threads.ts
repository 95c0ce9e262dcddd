import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow } from './lists.js';
import { NO_SEARCH_OF_CASES, SEARCH_OF_CASES } from './search-of-cases.js';

/** Any thread may be tied to a town, and is found by it, as cases and their steps are by theirs. */
export class TownsOfThreads1763800000055 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table thread_town (
        thread_id  int primary key references thread,
        town_code  text not null references town
      );
      create index thread_town_by_town on thread_town (town_code);
      -- Every tie that ever was, and each time that there was none again: the log names them by number, since it never
      -- carries a text. The last one of a thread is the one that stands.
      create table desk.kept_town (
        id         int primary key generated always as identity,
        thread_id  int not null references thread,
        town_code  text references town
      );
      create index kept_town_of on desk.kept_town (thread_id, id desc);
      revoke all on thread_town, desk.kept_town from public;

      -- It goes with the first post, whichever way that one goes, and comes back with it.
      create function desk.tie_thread() returns trigger language plpgsql as $$
        begin
          delete from public.thread_town where thread_id = new.id;
          if not new.retired then
            insert into public.thread_town (thread_id, town_code)
              select k.thread_id, k.town_code from (select * from desk.kept_town where thread_id = new.id
                order by id desc limit 1) k where k.town_code is not null;
          end if;
          return null;
        end $$;
      create trigger tied_while_it_stands after update of retired on thread
        for each row when (old.retired is distinct from new.retired) execute function desk.tie_thread();
    `);
    await runner.query(SEARCH_OF_CASES);
    await allow(runner, 'desk.decision.decision');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(NO_SEARCH_OF_CASES);
    await runner.query(`
      drop trigger tied_while_it_stands on thread;
      drop function desk.tie_thread;
      drop table desk.kept_town, thread_town;
    `);
  }
}
