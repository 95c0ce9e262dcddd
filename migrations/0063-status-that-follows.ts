import type { MigrationInterface, QueryRunner } from 'typeorm';

/** SQL: the status that the case was opened with whose first post stands, or stood, at this thread and number. */
function opened(thread: string, number: string): string {
  return `(select s.facts->>'status' from desk.submission s where s.thread_id = ${thread} and s.number = ${number}
    and s.kind = 'case' and s.facts is not null limit 1)`;
}

/**
 * The status of a case follows from what was said of it, by its opening, its steps and its edits: nothing is kept any
 * more of what it was before each of them.
 */
export class StatusThatFollows1763800000063 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table local_case add column first_status text;
      update local_case l set first_status = coalesce(${opened('l.thread_id', '1')}, (
        select s.status_before from case_step s where s.thread_id = l.thread_id and s.status_before is not null
        order by s.status_order limit 1), l.status);
      alter table local_case alter column first_status set not null;
      alter table case_step drop column status_before, drop column status_order;
      update local_case l set status = coalesce((select e.status from (
        select s.status, p.published_at as at, 0 as edits, s.number as place from case_step s
          join post p on p.thread_id = s.thread_id and p.number = s.number
          where s.thread_id = l.thread_id and s.status is not null
        union all select r.next_facts->>'status', r.replaced_at, 1, r.revision from desk.revision r
          where r.thread_id = l.thread_id and r.number = 1 and r.next_facts->>'of' = 'case'
            and r.next_facts->>'status' <> r.facts->>'status') e
        where e.at >= l.opened_at order by e.at desc, e.edits desc, e.place desc limit 1), l.first_status);

      update desk.removed_post r set facts = jsonb_set(r.facts, '{status}', to_jsonb(o.status))
        from (select thread_id, number, ${opened('x.thread_id', 'x.number')} as status from desk.removed_post x) o
        where o.thread_id = r.thread_id and o.number = r.number and o.status is not null and r.facts->>'of' = 'case';
      update desk.merged_case k set facts = jsonb_set(k.facts, '{status}', to_jsonb(o.status))
        from (select m.thread_id, ${opened('m.to_thread', 'm.to_number')} as status from post_moved m
          where m.number = 1) o
        where o.thread_id = k.thread_id and o.status is not null;
      update desk.kept_step set facts = facts - '{thread_id,number,status_before,status_order}'::text[];
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table case_step add column status_before text, add column status_order int;
      update case_step s set status_order = o.place, status_before = o.before from (
        select c.thread_id, c.number, (row_number() over chain)::int as place,
          coalesce(lag(c.status) over chain, l.first_status) as before
        from case_step c join local_case l on l.thread_id = c.thread_id
        join post p on p.thread_id = c.thread_id and p.number = c.number
        where c.status is not null window chain as (partition by c.thread_id order by p.published_at, c.number)) o
        where o.thread_id = s.thread_id and o.number = s.number;
      alter table local_case drop column first_status;
    `);
  }
}
