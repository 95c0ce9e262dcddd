import type { Queries } from '../database/transaction.js';
import { TITLED } from '../threads/article-row.js';
import { takesProposals, THREAD_KINDS } from '../threads/visible.js';
import type { Visitor } from '../visitors/visitor.js';
import type { Facts } from './thread-facts/facts.js';
import { standingFacts } from './thread-facts/facts-reading.js';
import { documentsOfPost } from './documents/documents-of-post.js';
import type { SaidDocument } from './documents/said-document.js';
import { hashOf } from './token-hash.js';
import { kindsWith } from './kind.js';
import { RUNS_WORKSHOP } from './runs-workshop.js';

/** A published post as its author wants to change it. */
export interface EditedPost {
  text: string;
  /** The thread's title, with post 1 only. */
  title: string | null;
  /** Of its thread, with post 1 of one that has any: whoever may edit it knows the secrets among them. */
  facts: Facts | null;
  documents: readonly SaidDocument[];
  change: number;
  /** Whether it asks something, in the thread of a workshop. */
  question: boolean;
  gone: boolean;
  /** Whether the visitor wrote it. */
  own: boolean;
  /** Whether the visitor runs the workshop that it announces: its hosts change it, too. */
  hosted: boolean;
  /** Whether anybody who may write there may propose another text: the summary of a case. */
  open: boolean;
}

export interface PostToEdit {
  thread: number;
  number: number;
  /** By which a guest proves to be the author; a member needs none. */
  follow?: string;
}

type Rights = Pick<EditedPost, 'own' | 'hosted' | 'open'>;

export function mayEdit({ own, hosted, open }: Rights): boolean {
  return own || hosted || open;
}

/** Whether what this visitor changes there is a proposal to somebody else. */
export function proposes({ own, hosted, open }: Rights): boolean {
  return open && !own && !hosted;
}

/** Null when there is no such post. Whether the thread may be seen is the caller's question. */
export async function editedPost(tx: Queries, visitor: Visitor, asked: PostToEdit): Promise<EditedPost | null> {
  const [post] = await tx.query<Omit<EditedPost, 'facts' | 'documents'>>(
    `select p.source as text, case when ${TITLED} then t.title end as title, p.change, p.question,
      p.gone is not null as gone,
       coalesce(p.author_id = $3, false) or exists (
         select 1 from desk.submission s where (s.token_hash = $4 or s.mail_token_hash = $4) and s.status = 'published'
           and s.kind in ${kindsWith('becomesPost')}
         and s.thread_id = p.thread_id and s.number = p.number and s.author_id is null) as own,
       p.number = 1 and exists (select from private.workshop_host h join member m on m.id = h.member_id
         where h.thread_id = p.thread_id and h.member_id = $3 and ${RUNS_WORKSHOP}) as hosted,
       p.number = 1 and t.kind = any($5) as open
     from post p join thread t on t.id = p.thread_id where p.thread_id = $1 and p.number = $2`,
    [
      asked.thread,
      asked.number,
      visitor.member?.id ?? null,
      asked.follow === undefined ? null : hashOf(asked.follow),
      THREAD_KINDS.filter(takesProposals),
    ],
  );
  if (post === undefined) return null;
  const standing = mayEdit(post) && !post.gone;
  const facts = standing ? await standingFacts(tx, asked) : null;
  const documents = standing ? await documentsOfPost(tx, asked) : [];
  return { ...post, facts, documents };
}
