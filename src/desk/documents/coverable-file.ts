import type { Queries } from '../../database/transaction.js';
import type { FileKind } from '../../documents/visible-document.js';
import type { Visitor } from '../../visitors/visitor.js';

/** Which file of which waiting submission, in the version that was read. */
export interface FileOfCard {
  submission: string;
  document: string;
}

/** A file of something that waits, of which parts can be covered. */
export interface CoverableFile {
  version: number;
  title: string;
  kind: FileKind | null;
  pages: number | null;
  drawn: number;
  /** The file that it was made of, as long as that is there: it can be put back. */
  former: string | null;
}

/** Null where it is not a clean file of the version that waits now, in the moderator's categories. */
export async function coverableFile(
  tx: Queries,
  { desk }: Pick<Visitor, 'desk'>,
  { submission, document }: FileOfCard,
): Promise<CoverableFile | null> {
  const [row] = await tx.query<CoverableFile>(
    `select s.version, e.said->>'title' as title, f.kind, f.pages, f.drawn, f.blacked_out as former
     from desk.submission s cross join jsonb_array_elements(s.documents) e (said)
     join desk.file f on f.id = $2 and f.state = 'clean' and e.said->>'id' = f.id::text
     where s.id = $1 and s.status = 'waiting' and ($3::int[] is null or s.category_id = any($3))`,
    [submission, document, desk],
  );
  return row ?? null;
}
