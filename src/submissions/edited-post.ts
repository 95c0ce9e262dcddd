import type { Queries } from '../database/transaction.js';
import { TITLED } from '../threads/article-row.js';
import type { Visitor } from '../visitors/visitor.js';
import { hashOf } from './tokens.js';

/** A published post as its author wants to change it. */
export interface EditedPost {
  text: string;
  /** The thread's title, with post 1 only. */
  title: string | null;
  change: number;
  gone: boolean;
  /** Whether whoever asks wrote it. */
  own: boolean;
}

export interface Asked {
  thread: number;
  number: number;
  /** By which a guest proves to be the author; a member needs none. */
  follow?: string;
}

/** Null when there is no such post. Whether the thread may be seen is the caller's question. */
export async function editedPost(tx: Queries, visitor: Visitor, asked: Asked): Promise<EditedPost | null> {
  const [post] = await tx.query<EditedPost>(
    `select p.source as text, case when ${TITLED} then t.title end as title, p.change, p.gone is not null as gone,
       coalesce(p.author_id = $3, false) or exists (
         select 1 from desk.submission s where (s.token_hash = $4 or s.mail_token_hash = $4) and s.status = 'published' and s.kind <> 'edit'
         and s.thread_id = p.thread_id and s.number = p.number and s.author_id is null) as own
     from post p join thread t on t.id = p.thread_id where p.thread_id = $1 and p.number = $2`,
    [asked.thread, asked.number, visitor.member?.id ?? null, asked.follow === undefined ? null : hashOf(asked.follow)],
  );
  return post ?? null;
}
