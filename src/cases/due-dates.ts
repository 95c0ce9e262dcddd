import { Injectable } from '@nestjs/common';
import { audiencesOf } from '../categories/audience.js';
import { type Day, plusDays } from '../clock/day.js';
import { Reader } from '../database/reader.js';
import { type CountedDate, countRequest } from '../deadlines/count.js';
import type { Binds, Rule } from '../deadlines/rule.js';
import type { Happened } from '../deadlines/step-kind.js';
import type { Audience } from '../threads/visible.js';
import { CASE_TABLES } from './case-rows.js';
import { Deadlines, FIRST_COUNTRY } from './deadlines.js';
import type { WrittenRule } from './law.js';

/** A date of one request that is still to come. */
export interface DueDate {
  thread: { id: number; slug: string; title: string };
  /** The number of the step that began the request. */
  request: number;
  date: CountedDate<WrittenRule>;
}

/** Which of them; a field that is left out filters nothing. */
export interface DueFilter {
  binds?: Binds;
  /** A code of INSEE. */
  town?: string;
  /** From this day to that one, both included. */
  from: Day;
  until: Day;
}

interface Row extends Omit<Happened, 'outcome'> {
  thread: number;
  slug: string;
  title: string;
  country: string;
  request: number;
  outcome: string;
}

/** So many steps at most are read at once; they are of the requests that moved last. */
const MOST_STEPS = 20_000;
/** Days that weekends, holidays and the vague dates of steps may add. */
const SLACK = 62;

/** What the law lets happen next in all cases together, for one audience at a time. */
@Injectable()
export class DueDates {
  constructor(
    private readonly reader: Reader,
    private readonly deadlines: Deadlines,
  ) {}

  /** The soonest first. */
  async of(audience: Audience, { binds, town, from, until }: DueFilter, today: Day): Promise<DueDate[]> {
    const rules = await this.deadlines.rules();
    const rows = await this.steps(audience, town ?? null, plusDays(today, -longest(rules)));
    const requests = [...Map.groupBy(rows, ({ thread, request }) => `${thread} ${request}`).values()];
    const countries = [...new Set(rows.map(countryOf))];
    const holidays = new Map(
      await Promise.all(
        countries.map(async (country) => {
          const days = await this.deadlines.holidays(country);
          return [country, new Set(days.map(({ day }) => day))] as const;
        }),
      ),
    );
    const dues = requests.flatMap((steps) => {
      const [first] = steps;
      if (first === undefined) return [];
      const { thread: id, slug, title, request } = first;
      const country = countryOf(first);
      const law = {
        rules: rules.filter((rule) => rule.country === country),
        holidays: holidays.get(country) ?? new Set<Day>(),
      };
      const happened = steps.map(({ kind, outcome, dated }) => ({
        kind,
        outcome: outcome === '' ? null : outcome,
        dated,
      }));
      return countRequest(happened, law, today).map((date) => ({ thread: { id, slug, title }, request, date }));
    });
    return dues
      .filter(({ date: { state, rule, shown } }) => {
        const isOpen = state === 'running' || state === 'ahead';
        return isOpen && (binds === undefined || rule.binds === binds) && shown >= from && shown <= until;
      })
      .toSorted((one, other) => (one.date.shown < other.date.shown ? -1 : 1));
  }

  /** Of the requests of which something happened since that day: no date of any other one is still to come. */
  private steps(audience: Audience, town: string | null, since: Day): Promise<Row[]> {
    return this.reader.query<Row>(
      `with lately as (
         select distinct thread_id, coalesce(request_number, number) as request from case_step
         where (kind = 'request' or request_thread = thread_id)
           and dated || substr('9999-12-31', length(dated) + 1) >= $3
       )
       select t.id as thread, t.slug, t.title, l.country, n.request, s.kind, coalesce(s.outcome, '') as outcome, s.dated
       from lately n join (${CASE_TABLES}) on l.thread_id = n.thread_id
       join case_step s on s.thread_id = n.thread_id
         and (s.number = n.request or s.request_thread = s.thread_id and s.request_number = n.request)
       where not t.retired and ($2::text is null or l.town_code = $2)
       order by l.moved_at desc, n.thread_id, n.request, s.dated, s.number limit ${MOST_STEPS}`,
      [audiencesOf(audience), town, since],
    );
  }
}

function countryOf({ country }: Pick<Row, 'country'>): string {
  return country === '' ? FIRST_COUNTRY : country;
}

/** Days that the rules can take together, one after the other. */
function longest(rules: readonly Rule[]): number {
  return rules.reduce((sum, { months, days }) => sum + (months ?? 0) * 31 + (days ?? 0), SLACK);
}
