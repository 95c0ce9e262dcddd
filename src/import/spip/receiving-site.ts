import { HostSiteEntity } from '../../articles/host-site.entity.js';
import type { Queries } from '../../database/transaction.js';
import { NoDump } from '../dump/dump-row.js';
import type { ReceivingSite } from './move.js';

/**
 * The site with this slug, or the only one there is. @throws NoDump when there is no such site, or several and no
 * slug.
 */
export async function receivingSite(from: Queries, slug: string | null): Promise<ReceivingSite> {
  const sites = await from.repository(HostSiteEntity).find({ order: { slug: 'ASC' } });
  const found = slug === null ? sites : sites.filter((site) => site.slug === slug);
  const [site] = found;
  if (site !== undefined && found.length === 1) return site;
  if (sites.length === 0)
    throw new NoDump(
      'This forum holds the sections of no site yet: an administrator makes one first, on the page /sites.',
    );
  throw new NoDump(`Say which site the articles belong to: ${sites.map((each) => `--site ${each.slug}`).join(', ')}.`);
}
