import type { Queries } from '../../database/transaction.js';
import type { FileKind } from '../../documents/visible-document.js';
import type { Visitor } from '../../visitors/visitor.js';

/** A document that stands, of which parts can be covered. */
export interface PublishedFile {
  id: string;
  thread: number;
  number: number;
  /** Its place among the documents of the post, from 1. */
  position: number;
  /** Of the post: what was read is what is changed. */
  change: number;
  title: string;
  kind: FileKind;
  pages: number | null;
  drawn: number;
  hash: string;
}

/** Null where it does not stand, or outside of the moderator's categories. */
export async function publishedFile(
  tx: Queries,
  { desk }: Pick<Visitor, 'desk'>,
  document: string,
): Promise<PublishedFile | null> {
  const [row] = await tx.query<PublishedFile>(
    `select d.id, d.thread_id as thread, d.number, d.position, p.change, d.title, d.kind, d.pages, d.drawn, d.hash
     from document d join post p on p.thread_id = d.thread_id and p.number = d.number and p.gone is null
     join thread t on t.id = d.thread_id
     where d.id = $1 and ($2::int[] is null or t.category_id = any($2))`,
    [document, desk],
  );
  return row ?? null;
}
