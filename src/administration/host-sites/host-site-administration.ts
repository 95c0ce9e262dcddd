import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { HostSiteKeyEntity } from '../../articles/host-site-key.entity.js';
import { HostSiteEntity } from '../../articles/host-site.entity.js';
import type { Queries, Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { Invalid, NotFound } from '../../errors/errors.js';
import type { Visitor } from '../../visitors/visitor.js';
import { administrator } from '../administrator.js';
import { logAct } from '../administration-log.js';
import { insertCategory } from '../category-columns.js';
import { CAREFUL } from '../checked-category.js';
import { slugOf } from '../../publishing/slug.js';
import {
  type AdministeredSite,
  checkedHostSite,
  type HostSiteSettings,
  type TypedHostSite,
} from './host-site-settings.js';

const LONGEST_SLUG = 60;
const COLUMNS = `h.id, h.slug, h.name, h.origins, h.threading, h.closes_after as "closesAfter",
  h.first_held as "firstHeld", h.licence,
  json_build_object('id', c.id, 'slug', c.slug, 'name', c.name) as category,
  (select count(*)::int from article a where a.site_id = h.id) as articles`;

/**
 * Anybody who has the key can create sections for the site, so it is as long as the signatures made with it; its
 * characters are easy to copy.
 */
function newKey(): string {
  return randomBytes(32).toString('base64url');
}

function values({ name, origins, threading, closesAfter, firstHeld, licence }: HostSiteSettings): unknown[] {
  return [name, origins, threading, closesAfter, firstHeld, licence];
}

/**
 * Locks the row of a site for a change of everything but its key column. A transaction that makes an article of the
 * site known only needs that key and may hold the lock of an identifier for which an administrator waits: with a full
 * lock the two would wait for each other. @throws NotFound
 */
export async function lockHostSite(tx: Transaction, slug: string): Promise<{ id: number; category: number }> {
  const [site] = await tx.query<{ id: number; category: number }>(
    'select id, category_id as category from host_site where slug = $1 for no key update',
    [slug],
  );
  if (site === undefined) throw new NotFound();
  return site;
}

/** Sites elsewhere, as administrators make them known and give them their key. */
@Injectable()
export class HostSiteAdministration {
  constructor(private readonly writer: Writer) {}

  async all(visitor: Visitor): Promise<AdministeredSite[]> {
    administrator(visitor);
    return sites(this.writer, 'true', []);
  }

  /** With its key, which is shown to administrators alone. @throws NotFound */
  async one(visitor: Visitor, slug: string): Promise<AdministeredSite & { key: string }> {
    administrator(visitor);
    const [[site], [secret]] = await Promise.all([
      sites(this.writer, 'h.slug = $1', [slug]),
      this.writer.query<{ key: string }>(
        'select k.key from private.host_site_key k join host_site h on h.id = k.site_id where h.slug = $1',
        [slug],
      ),
    ]);
    if (site === undefined || secret === undefined) throw new NotFound();
    return { ...site, key: secret.key };
  }

  /**
   * Creates its category too, in which every comment waits for a moderator. Answers its slug, which never changes.
   * @throws Invalid
   */
  create(visitor: Visitor, typed: TypedHostSite & { slug: string }, now: Date): Promise<string> {
    return this.writer.transaction(async (tx) => {
      const member = administrator(visitor);
      const settings = checkedHostSite(typed);
      const slug = slugOf(typed.slug.trim() === '' ? settings.name : typed.slug);
      if (slug.length > LONGEST_SLUG) throw new Invalid({ slug: 'slug-taken' });
      const category = await insertCategory(tx, slug, { ...CAREFUL, name: settings.name });
      if (category === null) throw new Invalid({ slug: 'slug-taken' });
      const [made] = await tx.query<{ id: number }>(
        `insert into host_site (slug, category_id, name, origins, threading, closes_after, first_held, licence)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (slug) do nothing returning id`,
        [slug, category, ...values(settings)],
      );
      if (made === undefined) throw new Invalid({ slug: 'slug-taken' });
      await tx.repository(HostSiteKeyEntity).insert({ siteId: made.id, key: newKey() });
      await logAct(tx, member, { act: 'site-created', category, detail: { site: slug } }, now);
      await tx.tell({ news: 'CategoryChanged', category });
      return slug;
    });
  }

  /** @throws NotFound, Invalid */
  change(visitor: Visitor, slug: string, typed: TypedHostSite, now: Date): Promise<void> {
    return this.writer.transaction(async (tx) => {
      const member = administrator(visitor);
      const { id, category } = await lockHostSite(tx, slug);
      const after = checkedHostSite(typed);
      await tx.repository(HostSiteEntity).update({ id }, after);
      await logAct(tx, member, { act: 'site-changed', category, detail: { site: slug, origins: after.origins } }, now);
      await tx.tell({ news: 'CategoryChanged', category });
    });
  }

  /**
   * An article signed with the old key makes no section any more; articles that are known already stay. @throws
   * NotFound
   */
  renewKey(visitor: Visitor, slug: string, now: Date): Promise<void> {
    return this.writer.transaction(async (tx) => {
      const member = administrator(visitor);
      const { id, category } = await lockHostSite(tx, slug);
      await tx.repository(HostSiteKeyEntity).update({ siteId: id }, { key: newKey() });
      await logAct(tx, member, { act: 'site-key-renewed', category, detail: { site: slug } }, now);
      await tx.tell({ news: 'CategoryChanged', category });
    });
  }
}

function sites(from: Queries, which: string, parameters: unknown[]): Promise<AdministeredSite[]> {
  return from.query<AdministeredSite>(
    `select ${COLUMNS} from host_site h join category c on c.id = h.category_id where ${which} order by h.name, h.id`,
    parameters,
  );
}
