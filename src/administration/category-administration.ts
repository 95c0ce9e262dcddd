import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Invalid, NotFound } from '../errors/errors.js';
import type { Visitor } from '../visitors/visitor.js';
import { slugOf } from '../publishing/slug.js';
import { departFromCategory, lockHosted } from '../publishing/workshops/depart-hosts.js';
import { gatherSoon } from '../publishing/upkeep/stray-texts.js';
import { administrator } from './administrator.js';
import { lastActs, logAct } from './administration-log.js';
import { enoughToAgree, moderatorsOf, setModerators } from './category-moderators.js';
import { insertCategory, SETTINGS, updateCategory } from './category-columns.js';
import type {
  AdministeredCategory,
  AdministrationRow,
  CategoryModerator,
  CategorySettings,
} from './category-settings.js';
import { checkedCategory, completed, type SentSettings, type TypedCategory } from './checked-category.js';

/** What was changed, as the log keeps it: the setting with its old and its new value. */
function changes(before: CategorySettings, after: CategorySettings): Record<string, unknown> {
  const keys = Object.keys(after) as (keyof CategorySettings)[];
  return Object.fromEntries(
    keys.filter((key) => !isDeepStrictEqual(before[key], after[key])).map((key) => [key, [before[key], after[key]]]),
  );
}

/**
 * The categories of the forum, as administrators create, order and set them. Each change is logged, and caches and
 * sockets are told of it.
 */
@Injectable()
export class CategoryAdministration {
  constructor(private readonly writer: Writer) {}

  /** In the order of the home page. */
  async all(visitor: Visitor): Promise<AdministeredCategory[]> {
    administrator(visitor);
    return this.writer.query<AdministeredCategory>(
      `select c.id, c.slug, ${SETTINGS}, c.thread_count as "threadCount", c.post_count as "postCount",
         (select count(*)::int from desk.submission s where s.category_id = c.id and s.status = 'waiting') as waiting
       from category c order by c.position, c.id`,
    );
  }

  moderators(visitor: Visitor, category: number, now: Date): Promise<CategoryModerator[]> {
    administrator(visitor);
    return moderatorsOf(this.writer, category, now);
  }

  /** The last acts about one category, or with null about all of them and the lists of words. */
  log(visitor: Visitor, category: number | null): Promise<AdministrationRow[]> {
    administrator(visitor);
    return lastActs(this.writer, category);
  }

  /** Answers the id of the new category. @throws Invalid */
  create(visitor: Visitor, typed: TypedCategory & { slug: string }, now: Date): Promise<number> {
    return this.writer.transaction(async (tx) => {
      const member = administrator(visitor);
      const settings = checkedCategory(typed);
      const slug = slugOf(typed.slug.trim() === '' ? settings.name : typed.slug);
      const id = await insertCategory(tx, slug, settings);
      if (id === null) throw new Invalid({ slug: 'slug-taken' });
      await enoughToAgree(tx, id, settings.agreement, now);
      await logAct(tx, member, { act: 'category-created', category: id, detail: {} }, now);
      await tx.tell({ news: 'CategoryChanged', category: id });
      return id;
    });
  }

  /** The address stays the same when the name changes, because other pages link to it. @throws NotFound, Invalid */
  change(
    visitor: Visitor,
    id: number,
    { moderators, ...typed }: SentSettings & { moderators: readonly number[] },
    now: Date,
  ): Promise<void> {
    return this.writer.transaction(async (tx) => {
      const member = administrator(visitor);
      await lockHosted(tx, id, typed.audience);
      const [before] = await tx.query<CategorySettings>(
        `select ${SETTINGS} from category c where c.id = $1 for update`,
        [id],
      );
      if (before === undefined) throw new NotFound();
      const after = checkedCategory(completed(typed, before));
      const detail = changes(before, after);
      if (Object.keys(detail).length > 0) await updateCategory(tx, id, after);
      if (after.audience !== before.audience) {
        await departFromCategory(tx, id, now);
        await gatherSoon(tx);
      }
      if (await setModerators(tx, id, moderators, now)) detail['moderators'] = moderators;
      await enoughToAgree(tx, id, after.agreement, now);
      if (Object.keys(detail).length === 0) return;
      await logAct(tx, member, { act: 'category-changed', category: id, detail }, now);
      await tx.tell({ news: 'CategoryChanged', category: id });
    });
  }

  /** One place up or down in the list; nothing beyond its ends. @throws NotFound */
  move(visitor: Visitor, id: number, by: -1 | 1, now: Date): Promise<void> {
    return this.writer.transaction(async (tx) => {
      const member = administrator(visitor);
      const order = (await tx.query<{ id: number }>('select id from category order by position, id for update')).map(
        (row) => row.id,
      );
      const from = order.indexOf(id);
      if (from < 0) throw new NotFound();
      const other = order[from + by];
      if (other === undefined) return;
      order[from] = other;
      order[from + by] = id;
      await this.renumber(tx, order);
      await logAct(tx, member, { act: 'category-moved', category: id, detail: {} }, now);
      await tx.tell({ news: 'CategoryChanged', category: id });
    });
  }

  private async renumber(tx: Transaction, order: readonly number[]): Promise<void> {
    await tx.query(
      `update category c set position = o.place from unnest($1::int[]) with ordinality as o (id, place)
       where c.id = o.id and c.position <> o.place`,
      [order],
    );
  }
}
