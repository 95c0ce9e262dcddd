import { Injectable } from '@nestjs/common';
import { CategoryEntity } from '../../categories/category.entity.js';
import type { Queries } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { Conflict, Invalid } from '../../errors/errors.js';
import { type Audience, hasFacts, type ThreadKind } from '../../threads/visible.js';
import type { Visitor } from '../../visitors/visitor.js';
import { type Decided, log } from '../../publishing/log.js';
import { changeCategory } from './change-category.js';
import { lockThread } from './lock-thread.js';
import { lockSubmissionsOf } from './submissions-of.js';

/** A category in the list from which a moderator chooses. */
export interface ModeratedCategory {
  id: number;
  slug: string;
  name: string;
  audience: Audience;
  closed: boolean;
  takes: readonly ThreadKind[];
}

const COLUMNS = 'c.id, c.slug, c.name, c.audience, c.closed, c.takes';

/**
 * On a category `c`: whether threads may be moved to it. The category of a site elsewhere holds the sections of its
 * articles and nothing else.
 */
const TAKES_THREADS = 'not exists (select 1 from host_site where category_id = c.id)';

/** The category that a thread stands in. */
@Injectable()
export class ThreadCategories {
  constructor(private readonly writer: Writer) {}

  /** Those that this visitor moderates and that take threads, in the order of the forum. */
  of(moderator: Visitor): Promise<ModeratedCategory[]> {
    return this.writer.query<ModeratedCategory>(
      `select ${COLUMNS} from category c where ${TAKES_THREADS} and ($1::int[] is null or c.id = any($1))
        order by c.position, c.id`,
      [moderator.desk],
    );
  }

  /** @throws Invalid for a slug of none of them. */
  one(moderator: Visitor, slug: string): Promise<ModeratedCategory> {
    return moderatedCategory(this.writer, moderator, slug);
  }

  /**
   * Slugs; `from` is the category that the moderator read. @throws NotFound outside of the moderator's categories,
   * Invalid for a category that they do not moderate, Conflict when somebody has moved the thread since, or when it is
   * the section of an article, which stays in the category of its site.
   */
  change(moderator: Visitor, thread: number, { from, to }: { from: string; to: string }, now: Date): Promise<Decided> {
    return this.writer.transaction(async (tx) => {
      await lockSubmissionsOf(tx, thread);
      const locked = await lockThread(tx, moderator, thread);
      const target = await moderatedCategory(tx, moderator, to);
      if (locked.ofArticle) throw new Conflict('section-stays');
      const read = await tx.repository(CategoryEntity).findOneBy({ slug: from });
      if (locked.category !== read?.id)
        throw new Conflict(locked.category === target.id ? 'marked-already' : 'moved-since');
      if (target.id === locked.category) throw new Invalid({ category: 'wrong-value' });
      // Discussions have always been moved wherever a moderator wants them; facts need a category that knows them.
      if (hasFacts(locked.kind) && !target.takes.includes(locked.kind)) throw new Conflict('facts-stay');
      await changeCategory(tx, locked, target.id, now);
      const detail = {
        to: target.id,
        last: locked.lastNumber,
        ...(locked.pinnedAt === null ? {} : { pinnedAt: locked.pinnedAt.getTime() }),
      };
      return await log(
        tx,
        locked.member,
        { decision: 'recategorize', category: locked.category, thread, detail },
        now,
      );
    });
  }
}

/** @throws Invalid for one that does not exist, or that this visitor does not moderate: the two are not told apart. */
export async function moderatedCategory(tx: Queries, moderator: Visitor, slug: string): Promise<ModeratedCategory> {
  const [row] = await tx.query<ModeratedCategory>(
    `select ${COLUMNS} from category c where ${TAKES_THREADS} and c.slug = $1`,
    [slug],
  );
  if (row === undefined || !moderator.moderatesCategory(row.id)) throw new Invalid({ category: 'wrong-value' });
  return row;
}
