import type { Queries } from '../../database/transaction.js';
import { unseenList } from '../../database/unseen-list.js';
import type { DeskCard } from '../queue/card.js';
import type { CardRow } from '../queue/card-row.js';
import type { ReportedPost } from './reported-post.js';

/** As many reports as a card shows; their number stands beside them. */
const SHOWN = 20;

interface Post {
  id: string;
  name: string;
  role: DeskCard['author']['role'];
  html: string;
  text: string;
  gone: NonNullable<DeskCard['report']>['gone'];
}

type Line = NonNullable<DeskCard['report']>['reports'][number] & { id: string; count: number };

/** SQL: the file that the report `r` is about, with what is said of it where the post is now. */
const DOCUMENT = `(select jsonb_build_object('id', f.id, 'kind', f.kind, 'title', coalesce(n.said->>'title', ''),
    'stands', exists (select from document d where d.id = f.id))
  from desk.file f join desk.submission s on s.id = r.submission_id
  left join desk.post_documents pd on pd.thread_id = s.thread_id and pd.number = s.number
  left join lateral jsonb_array_elements(pd.documents) n (said) on n.said->>'id' = f.id::text
  where f.id = r.document_id limit 1)`;

/**
 * The posts that these cards are about, and what was said of them; a post that was taken down is shown from the desk.
 */
export async function reportedPosts(tx: Queries, rows: CardRow[]): Promise<Map<string, ReportedPost>> {
  const cards = rows.map(({ id }) => id);
  if (cards.length === 0) return new Map();
  const [posts, lines] = await Promise.all([
    tx.query<Post>(
      `select s.id, coalesce(m.name, r.author_name, p.author_name) as name, coalesce(r.author_role,
        p.author_role) as role,
         coalesce(r.html, p.html) as html, coalesce(r.source, p.source) as text, p.gone
       from desk.submission s join post p on p.thread_id = s.thread_id and p.number = s.number
       left join desk.removed_post r on r.thread_id = p.thread_id and r.number = p.number
       left join member m on m.id = coalesce(r.author_id, p.author_id) where s.id = any${unseenList('$1', 'uuid')}`,
      [cards],
    ),
    tx.query<Line>(
      `select w.id, l.reason, l.remark, l.by, l.at, l.count, l.document
       from unnest${unseenList('$1', 'uuid')} as w (id)
       cross join lateral (select r.reason, r.remark, m.name as by, r.reported_at as at,
         (count(*) over ())::int as count, ${DOCUMENT} as document
         from desk.report r left join member m on m.id = r.member_id where r.submission_id = w.id
         order by r.reported_at, r.key_hash limit ${SHOWN}) l`,
      [cards],
    ),
  ]);
  return new Map(
    posts.map(({ id, name, role, html, text, gone }) => {
      const own = lines.filter((line) => line.id === id);
      const reports = own.map(({ reason, remark, by, at, document }) => ({ reason, remark, by, at, document }));
      return [id, { author: { name, role }, html, text, report: { count: own[0]?.count ?? 0, reports, gone } }];
    }),
  );
}
