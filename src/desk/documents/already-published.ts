import type { Queries } from '../../database/transaction.js';
import { unseenList } from '../../database/unseen-list.js';
import type { NamedFile } from '../../documents/visible-document.js';
import type { HeldFile } from '../../submissions/documents/held-file.js';

type There = NamedFile & { id: string; file: string };

/** Of many copies the first ones are enough. */
const FEW = 3;

/**
 * Tells of each file where the same bytes are published already: « déjà publié là ». Only what everybody at the desk
 * may read is looked at, and nobody else is told, since the answer would say what the forum knows.
 */
export async function withPublishedCopies(tx: Queries, held: readonly HeldFile[]): Promise<HeldFile[]> {
  const files = held.flatMap(({ file }) => (file === null ? [] : [file.id]));
  if (files.length === 0) return [...held];
  const found = await tx.query<There>(
    `select f.id as file, t.id, t.title, t.kind from desk.file f cross join lateral (
       select d.id, d.title, d.kind from desk.file g join document d on d.id = g.id
       where g.sent_hash = f.sent_hash and g.published_at is not null and g.id <> f.id
       order by d.published_at, d.id limit ${FEW}) t
     where f.id = any${unseenList('$1', 'uuid')}`,
    [files],
  );
  return held.map((each) => ({
    ...each,
    alreadyThere: found
      .filter(({ file }) => file === each.file?.id)
      .map(({ id, title, kind }) => ({ id, title, kind })),
  }));
}
