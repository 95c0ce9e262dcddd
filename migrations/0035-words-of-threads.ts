import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How long a thread is to read, kept with it: the words of its posts that stand. By a trigger, because a text comes,
 * changes and goes in many ways, and by statement, because a move takes a thousand posts at once.
 */
export class WordsOfThreads1763800000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table thread add column words int not null default 0;

      create function desk.count_words() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          update public.thread t set words = t.words + n.more
            from (select thread_id, sum(regexp_count(source, '\\S+')) as more from fresh where gone is null
              group by thread_id) n
            where t.id = n.thread_id and n.more <> 0;
        else
          update public.thread t set words = t.words + n.more
            from (select thread_id, sum(more) as more from (
                select thread_id, regexp_count(source, '\\S+') as more from fresh where gone is null
                union all select thread_id, -regexp_count(source, '\\S+') from stale where gone is null) both_sides
              group by thread_id) n
            where t.id = n.thread_id and n.more <> 0;
        end if;
        return null;
      end $$;
      create trigger words_of_new after insert on post
        referencing new table as fresh for each statement execute function desk.count_words();
      create trigger words_of_changed after update on post
        referencing old table as stale new table as fresh for each statement execute function desk.count_words();

      -- Of the threads that somebody has opened, which are few among all that they wrote.
      create index post_opening_by_author on post (author_id, category_id, published_at desc, thread_id desc)
        where number = 1 and gone is null;

      update thread t set words = n.words
        from (select thread_id, sum(regexp_count(source, '\\S+')) as words from post where gone is null
          group by thread_id) n
        where n.thread_id = t.id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index post_opening_by_author;
      drop trigger words_of_new on post;
      drop trigger words_of_changed on post;
      drop function desk.count_words;
      alter table thread drop column words;
    `);
  }
}
