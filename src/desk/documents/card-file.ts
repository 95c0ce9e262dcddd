import type { Queries } from '../../database/transaction.js';
import type { SaidDocument } from '../../submissions/documents/said-document.js';
import { type Upload, UPLOAD_COLUMNS } from '../../uploads/uploads.js';
import type { Visitor } from '../../visitors/visitor.js';

/** Which file of which waiting submission, in the version that was read. */
export interface FileOfCard {
  submission: string;
  document: string;
}

/** A file of something that waits, which the team may change. */
export interface CardFile extends Upload {
  hash: string;
  version: number;
  said: SaidDocument;
  /** Its place in the list, from 1, and how many there are. */
  place: number;
  of: number;
  /** The file that it was made of, as long as that is there: it can be put back. */
  former: string | null;
}

/** Null where it is not a file of the version that waits now, in the moderator's categories. */
export async function cardFile(
  tx: Queries,
  { desk }: Pick<Visitor, 'desk'>,
  { submission, document }: FileOfCard,
): Promise<CardFile | null> {
  const [row] = await tx.query<CardFile>(
    `select ${UPLOAD_COLUMNS}, encode(f.hash, 'hex') as hash, s.version, e.said, e.nth::int as place,
      jsonb_array_length(s.documents) as of,
       f.blacked_out as former
     from desk.submission s cross join jsonb_array_elements(s.documents) with ordinality e (said, nth)
     join desk.file f on f.id = $2 and e.said->>'id' = f.id::text
     where s.id = $1 and s.status = 'waiting' and not s.proposes and ($3::int[] is null or s.category_id = any($3))`,
    [submission, document, desk],
  );
  return row ?? null;
}
