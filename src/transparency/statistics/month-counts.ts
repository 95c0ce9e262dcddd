import type { Queries } from '../../database/transaction.js';
import { kindsCountedAs } from '../../desk/kinds.js';

/** From the first moment of a month to that of the next one. */
export interface Span {
  from: Date;
  until: Date;
}

/** How often something was decided in one category. */
export interface Counted {
  category: number;
  figure: string;
  /** Of a refusal; empty otherwise. */
  reason: string;
  count: number;
}

/**
 * Whole minutes from sending to decision that half and nine of ten took at most: of all, and of what was published.
 */
export interface Delays {
  /** Null for all categories together. */
  category: number | null;
  median: number;
  ninth: number;
  publishedMedian: number | null;
  publishedNinth: number | null;
}

/**
 * The decisions of a month that were not undone before its end, in categories that everybody reads. The result stays
 * the same whatever happens later. Posts that were published at once are left out, because nobody decided about them,
 * and so are withdrawals.
 */
const DECIDED = `
  select d.category_id as category, d.decided_at, s.written_at, d.submission_id, d.version,
    case
      when d.decision = 'undo' then 'undone'
      when s.kind in ${kindsCountedAs('appeal')} then case d.decision when 'accept' then 'granted'
      when 'refuse' then 'confirmed' end
      when s.kind in ${kindsCountedAs('report')} then case when d.decision = 'keep' then 'kept'
      when d.decision in ('take-down', 'refuse') then 'removed' end
      when d.decision = 'take-down' then 'taken-down'
      when s.kind in ${kindsCountedAs('page')} then null
      when d.decision in ('accept', 'edit-and-accept') then 'published'
      when d.decision = 'return' then 'returned'
      when d.decision = 'refuse' then 'refused'
      when d.decision = 'spam' then 'spam'
    end as figure,
    case when d.decision = 'refuse' and s.kind not in ${kindsCountedAs('appeal', 'report')} then coalesce(d.reason,
      'other') else '' end as reason
  from desk.decision d
  join category c on c.id = d.category_id and c.audience = 'everyone'
  left join desk.submission s on s.id = d.submission_id
  where d.decided_at >= $1 and d.decided_at < $2
    and not exists (select from desk.decision u where u.undoes = d.id and u.decided_at < $2)`;

export async function countsOf(tx: Queries, { from, until }: Span): Promise<Counted[]> {
  return tx.query<Counted>(
    `select category, figure, reason, count(*)::int as count from (${DECIDED}) d where figure is not null
      group by 1, 2, 3`,
    [from, until],
  );
}

const minutes = (part: number, which: string): string =>
  `round(extract(epoch from percentile_cont(${part}) within group (order by delay)${which}) / 60)::int`;
const PUBLISHED = ` filter (where figure = 'published')`;

/** From the author's last sending, which a correction is, to the decision about it. */
export async function delaysOf(tx: Queries, { from, until }: Span): Promise<Delays[]> {
  return tx.query<Delays>(
    `select category, ${minutes(0.5, '')} as median, ${minutes(0.9, '')} as ninth,
       ${minutes(0.5, PUBLISHED)} as "publishedMedian", ${minutes(0.9, PUBLISHED)} as "publishedNinth"
     from (
       select d.category, d.figure, greatest(d.decided_at - coalesce(v.written_at, d.written_at),
         interval '0') as delay from (${DECIDED}) d
       left join lateral (
         select v.written_at from desk.submission_version v
         where v.submission_id = d.submission_id and v.version <= d.version and v.written_by = 'author'
           order by v.version desc limit 1
       ) v on true
       where d.figure in ('published', 'returned', 'refused', 'spam')
     ) d group by grouping sets ((category), ())
     having count(*) > 0`,
    [from, until],
  );
}
