import type { VisiblePost } from './visible.js';

/** Columns of a post `p` and of the member `m` who wrote it, for the audiences $2. The member's present name wins: it has one home. */
export const POST_COLUMNS = `p.thread_id as "thread", p.number, coalesce(m.name, p.author_name) as "authorName",
  p.author_role as "authorRole", p.html, p.reply_to as "replyTo", p.root, p.anchor, p.written_at as "writtenAt", p.published_at as "publishedAt",
  p.edited_at as "editedAt", p.edited_by_team as "editedByTeam", p.edited_reason as "editedReason",
  p.edited_for as "editedWords", p.change,
  p.edited_at is not null and exists (select 1 from revision r where r.thread_id = p.thread_id and r.number = p.number) as history, p.gone as "goneHow", p.gone_reason as "goneReason",
  p.gone = 'moved' and exists (select 1 from post_moved w join post d on d.thread_id = w.to_thread and d.number = w.to_number
    join category dc on dc.id = d.category_id and dc.audience = any($2) where w.thread_id = p.thread_id and w.number = p.number) as moved`;

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
    root: row.root,
    anchor: row.anchor,
    writtenAt: row.writtenAt,
    publishedAt: row.publishedAt,
    editedAt: row.editedAt,
    editedByTeam: row.editedByTeam,
    editedFor: row.editedReason === null && row.editedWords === null ? null : { reason: row.editedReason, words: row.editedWords },
    change: row.change,
    history: row.history,
    moved: row.moved === true,
    gone: row.goneHow === null ? null : { how: row.goneHow, reason: row.goneReason },
  };
}
