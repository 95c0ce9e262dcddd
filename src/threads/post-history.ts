import type { Reader } from '../database/reader.js';
import { TITLED } from './article-row.js';
import type { NamedFile } from '../documents/visible-document.js';
import type { Audience } from './visible.js';

/** One text of a post as it was typed, with the title of its thread where it is post 1. */
export interface PostVersion {
  title: string | null;
  source: string;
  html: string;
  /** Whether it asked something, in a thread that takes questions. */
  question: boolean;
  /** Its files, in their order. */
  documents: NamedFile[];
  /** When the next one took its place; null for the one that stands. */
  replacedAt: Date | null;
  /** Who proposed that next one, where it was not the author; empty for a guest without a name. */
  nextBy: string | null;
}

/**
 * The texts of a post that readers may see, the one that stands first; at most 50. Empty where its category shows
 * none, and where nothing was replaced. What the desk alone knows is in another table, which this login cannot read.
 */
export function versionsOf(
  reader: Reader,
  audiences: Audience[],
  thread: number,
  number: number,
): Promise<PostVersion[]> {
  return reader.query<PostVersion>(
    `with earlier as (
       select r.revision, case when r.number = 1 then r.title end as title, r.source, r.html, r.question, r.documents,
       r.replaced_at,
         coalesce(m.name, q.name) as next_by
       from revision r left join proposal q on q.thread_id = r.thread_id and q.number = r.number
         and q.changed_at = r.replaced_at left join member m on m.id = q.member_id
       join thread t on t.id = r.thread_id join category c on c.id = t.category_id and c.history
         and c.audience = any($1)
       where r.thread_id = $2 and r.number = $3 order by r.revision desc limit 49
     )
     select title, source, html, question, documents, replaced_at as "replacedAt", next_by as "nextBy" from (
       select null::int as revision, case when ${TITLED} then t.title end as title, p.source, p.html, p.question,
         coalesce((select jsonb_agg(jsonb_build_object('title', d.title, 'kind', d.kind) order by d.position)
           from document d where d.thread_id = p.thread_id and d.number = p.number), '[]') as documents,
         null::timestamptz as replaced_at, null::text as next_by
       from post p join thread t on t.id = p.thread_id
       where p.thread_id = $2 and p.number = $3 and p.gone is null and exists (select 1 from earlier)
       union all select * from earlier
     ) v order by v.revision desc nulls first`,
    [audiences, thread, number],
  );
}
