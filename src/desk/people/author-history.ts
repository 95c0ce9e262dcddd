import type { Queries } from '../../database/transaction.js';
import type { Status } from '../../submissions/followed.js';
import type { Kind } from '../../submissions/kind.js';
import type { Visitor } from '../../visitors/visitor.js';

/** An earlier submission of the author and its outcome. */
export interface EarlierSubmission {
  id: string;
  kind: Kind;
  status: Exclude<Status, 'waiting'>;
  reason: string | null;
  decidedAt: Date;
  thread: null | { id: number; slug: string; title: string };
  title: string | null;
}

export interface AuthorHistory {
  counts: Partial<Record<Status, number>>;
  /** Newest first. */
  last: EarlierSubmission[];
}

type Row = Omit<EarlierSubmission, 'thread'> & {
  thread: number | null;
  slug: string | null;
  threadTitle: string | null;
};

/** Of the categories where this moderator decides: how often something is refused elsewhere is for others to know. */
export async function historyOf(
  from: Queries,
  moderator: Visitor,
  { author, last }: { author: number; last: number },
): Promise<AuthorHistory> {
  const [counts, rows] = await Promise.all([
    from.query<{ status: Status; count: number }>(
      `select status, count(*)::int as count from desk.submission
       where author_id = $1 and ($2::int[] is null or category_id = any($2)) group by status`,
      [author, moderator.desk],
    ),
    from.query<Row>(
      `select s.id, s.kind, s.status, s.reason, coalesce(s.decided_at, s.changed_at) as "decidedAt", s.title,
        t.id as thread, t.slug,
         t.title as "threadTitle"
       from desk.submission s left join thread t on t.id = s.thread_id
       where s.author_id = $1 and s.status <> 'waiting' and ($2::int[] is null or s.category_id = any($2))
       order by s.written_at desc, s.id desc limit $3`,
      [author, moderator.desk, last],
    ),
  ]);
  return {
    counts: Object.fromEntries(counts.map(({ status, count }) => [status, count])),
    last: rows.map(({ thread, slug, threadTitle, ...row }) => ({
      ...row,
      thread: thread === null ? null : { id: thread, slug: slug ?? '', title: threadTitle ?? '' },
    })),
  };
}
