import { audiencesOf } from '../../categories/audience.js';
import type { Queries } from '../../database/transaction.js';
import { Forbidden, NotFound } from '../../errors/errors.js';
import type { Policy } from '../../screening/policy.js';
import type { ThreadKind } from '../../threads/visible.js';
import type { Visitor } from '../../visitors/visitor.js';
import { type Destination, PLAIN, POLICY } from '../destination.js';

/** The category in which a thread of this kind opens. @throws NotFound, Forbidden where it takes no such threads. */
export async function openable(
  tx: Queries,
  visitor: Visitor,
  slug: string,
  kind: ThreadKind,
): Promise<Omit<Destination, 'kind'>> {
  const [category] = await tx.query<Policy>(
    `select ${POLICY} from category c where c.slug = $1 and c.audience = any($2)`,
    [slug, audiencesOf(visitor.audience)],
  );
  if (category === undefined) throw new NotFound();
  if (!category.takes.includes(kind)) throw new Forbidden(`takes-no-${kind}`);
  return { ...PLAIN, category, thread: null, lastPostAt: null, locked: false };
}
