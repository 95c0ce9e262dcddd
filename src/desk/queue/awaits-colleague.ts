import { aloneWith, DECIDER } from '../appeals/appealed.js';

/**
 * An SQL condition about a submission `s` that waits: the moderator can do no more about it now, since they have agreed
 * to this version where two must, or decided what it appeals against and are not alone. Both lists are looked up once
 * for a statement, and are short: agreements are deleted when something is decided.
 */
export function awaitsColleague(member: string, now: string): string {
  return `s.id = any(array(
    select g.submission_id from desk.agreement g join desk.submission w on w.id = g.submission_id
      and w.version = g.version join category wc on wc.id = w.category_id and wc.agreement > 1
    where g.member_id = ${member}::int
    union all
    select a.id from desk.submission a join desk.submission s on s.id = a.appeals
      left join desk.removed_post r on r.thread_id = s.thread_id and r.number = s.number and s.status = 'published'
    where a.appeals is not null and a.status = 'waiting' and ${DECIDER} = ${member}::int
      and not ${aloneWith(DECIDER, `${now}::timestamptz`)}))`;
}
