import { type Day, plusDays } from '../clock/day.js';
import { audiencesOf, isReadBy } from '../categories/audience.js';
import type { Reader } from '../database/reader.js';
import { type CountedDate, countRequest, type Law } from '../deadlines/count.js';
import type { Rule } from '../deadlines/rule.js';
import type { Happened, StepKind } from '../deadlines/step-kind.js';
import type { Audience } from '../threads/visible.js';
import { type Deadlines, FIRST_COUNTRY } from './deadlines.js';
import type { WrittenRule } from './law.js';

/** A date of one request that is still to come. */
export interface DueDate {
  thread: { id: number; slug: string; title: string };
  /** A code of INSEE; null for a case outside of France. */
  town: string | null;
  /** The number of the step that began the request. */
  request: number;
  date: CountedDate<WrittenRule>;
}

interface Row {
  thread: number;
  slug: string;
  title: string;
  country: string;
  town: string | null;
  /** Null for a case of which nothing is still to come. */
  request: number | null;
  steps: string;
}

/** How many cases are read by one statement, and counted without a pause in which others are answered. */
const AT_ONCE = 250;
/** Days that weekends, holidays and the vague dates of steps may add. */
const SLACK = 62;

/**
 * The dates of all cases of an audience that run or are to come, by thread, in the order of their requests. Cases
 * without such dates are left out. `threads` limits them to some threads; null for all.
 */
export async function openDates(
  { reader, deadlines }: { reader: Reader; deadlines: Deadlines },
  audience: Audience,
  today: Day,
  threads: readonly number[] | null,
): Promise<ReadonlyMap<number, readonly DueDate[]>> {
  const rules = await deadlines.rules();
  const laws = new Map<string, Promise<Law<WrittenRule>>>();
  const since = plusDays(today, -longest(rules));
  const found = new Map<number, DueDate[]>();
  let after = 0;
  for (;;) {
    const rows = await reader.query<Row>(
      `select l.thread_id as thread, l.slug, l.title, l.country, l.town_code as town, r.request, r.steps
       from (select l.thread_id, t.slug, t.title, l.country, l.town_code from local_case l
           join thread t on t.id = l.thread_id and not t.retired and ${isReadBy('t.category_id', '$1')}
           where l.thread_id > $2 and t.id > $2 ${threads === null ? '' : 'and l.thread_id = any($4::int[])'}
           order by l.thread_id limit ${AT_ONCE}) l
       left join lateral (${REQUESTS}) r on true order by l.thread_id, r.request`,
      [audiencesOf(audience), after, since, ...(threads === null ? [] : [threads])],
    );
    for (const row of rows) {
      const { thread: id, slug, title, town, request, steps } = row;
      if (request === null) continue;
      const country = row.country === '' ? FIRST_COUNTRY : row.country;
      const law = laws.get(country) ?? deadlines.law(country, rules);
      laws.set(country, law);
      const dates = countRequest(readSteps(steps), await law, today).filter(isOpen);
      const dues = dates.map((date): DueDate => ({ thread: { id, slug, title }, town, request, date }));
      if (dues.length > 0) found.set(id, [...(found.get(id) ?? []), ...dues]);
    }
    if (new Set(rows.map(({ thread }) => thread)).size < AT_ONCE) return found;
    after = rows.at(-1)?.thread ?? after;
  }
}

/**
 * SQL: the requests of a case, as `requestsOf` finds them, with what happened in each as one text. Requests in which
 * nothing happened since the day `$3` are left out: none of their dates is still to come.
 */
const REQUESTS = `select case when s.kind = 'request' then s.number else s.request_number end as request,
    string_agg(concat_ws(' ', s.kind, s.dated, s.outcome), ',' order by s.dated, s.number) as steps
  from case_step s where s.thread_id = l.thread_id and (s.kind = 'request' or s.request_thread = s.thread_id)
  group by 1 having bool_or(s.kind = 'request')
    and max(s.dated || substr('9999-12-31', length(s.dated) + 1)) >= $3`;

function readSteps(text: string): Happened[] {
  return text.split(',').map((step) => {
    const [kind = '', dated = '', outcome = ''] = step.split(' ');
    return { kind: kind as StepKind, dated, outcome: outcome === '' ? null : outcome };
  });
}

function isOpen({ state }: Pick<CountedDate, 'state'>): boolean {
  return state === 'running' || state === 'ahead';
}

/** Days that the rules can take together, one after the other. */
function longest(rules: readonly Rule[]): number {
  return rules.reduce((sum, { months, days }) => sum + (months ?? 0) * 31 + (days ?? 0), SLACK);
}
