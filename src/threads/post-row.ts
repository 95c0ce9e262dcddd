import type { VisiblePost } from './visible.js';

/** By the place where a post stands, and those where it stood before. */
const CITED_IN = `case when p.gone is null then (select coalesce(json_agg(cited), '[]') from (
    select q.thread_id as thread, q.number, qt.title
    from (select p.thread_id, p.number union all select w.thread_id, w.number from post_moved w
      where w.to_thread = p.thread_id and w.to_number = p.number) here
    join post_reference f on f.to_thread = here.thread_id and f.to_number = here.number
    join post q on q.thread_id = f.thread_id and q.number = f.number
    join category qc on qc.id = q.category_id and qc.audience = any($2)
    join thread qt on qt.id = q.thread_id
    order by q.published_at desc, q.thread_id desc, q.number desc limit 10
  ) cited) else '[]' end`;

const DOCUMENTS = `(select coalesce(json_agg(json_build_object('id', d.id, 'title', d.title, 'description',
  d.description,
    'origin', d.origin, 'source', d.source, 'nature', d.nature, 'dated', d.dated, 'kind', d.kind,
    'extension', d.extension, 'size', d.size, 'pages', d.pages, 'drawn', d.drawn) order by d.position), '[]')
  from document d where d.thread_id = p.thread_id and d.number = p.number)`;

/**
 * Columns of a post `p` and of the member `m` who wrote it, for the audiences $2. The member's present name wins: it
 * has one home.
 */
export const POST_COLUMNS = `p.thread_id as "thread", p.number, coalesce(m.name, p.author_name) as "authorName",
  p.author_role as "authorRole", p.html, p.reply_to as "replyTo", p.question, p.root, p.anchor,
  p.written_at as "writtenAt",
    p.published_at as "publishedAt",
  p.edited_at as "editedAt", p.edited_by_team as "editedByTeam", p.edited_reason as "editedReason",
  p.edited_for as "editedWords", p.change,
  case when p.edited_at is not null then (select coalesce(pm.name, q.name) from proposal q
    left join member pm on pm.id = q.member_id where q.thread_id = p.thread_id and q.number = p.number
      and q.changed_at = p.edited_at) end as "proposedBy",
  p.edited_at is not null and exists (select 1 from revision r where r.thread_id = p.thread_id
    and r.number = p.number) as history, p.gone as "goneHow", p.gone_reason as "goneReason",
  p.gone = 'moved' and exists (select 1 from post_moved w join post d on d.thread_id = w.to_thread
    and d.number = w.to_number
    join category dc on dc.id = d.category_id and dc.audience = any($2) where w.thread_id = p.thread_id
      and w.number = p.number) as moved,
  (select json_build_object('kind', s.kind, 'outcome', coalesce(s.outcome, ''), 'dated', s.dated) from case_step s
    where s.thread_id = p.thread_id and s.number = p.number) as step,
  ${CITED_IN} as "citedIn", ${DOCUMENTS} as documents`;

export interface RawPost extends Omit<VisiblePost, 'author' | 'editedFor' | 'gone'> {
  editedReason: string | null;
  editedWords: string | null;
  authorName: string;
  authorRole: VisiblePost['author']['role'];
  goneHow: NonNullable<VisiblePost['gone']>['how'] | null;
  goneReason: string | null;
}

export function postFrom(row: RawPost): VisiblePost {
  return {
    thread: row.thread,
    number: row.number,
    author: { name: row.authorName, role: row.authorRole },
    html: row.html,
    replyTo: row.replyTo,
    question: row.question,
    root: row.root,
    anchor: row.anchor,
    writtenAt: row.writtenAt,
    publishedAt: row.publishedAt,
    editedAt: row.editedAt,
    editedByTeam: row.editedByTeam,
    editedFor:
      row.editedReason === null && row.editedWords === null
        ? null
        : { reason: row.editedReason, words: row.editedWords },
    proposedBy: row.proposedBy,
    change: row.change,
    history: row.history,
    documents: row.documents,
    citedIn: row.citedIn,
    step: row.step,
    moved: row.moved === true,
    gone: row.goneHow === null ? null : { how: row.goneHow, reason: row.goneReason },
  };
}
