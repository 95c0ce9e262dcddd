import type { Queries } from '../../database/transaction.js';
import { NoDump } from '../dump/dump-row.js';
import type { ReceivingSite } from './move.js';

/** The site with this slug, or the only one there is. @throws NoDump when that is not said well enough. */
export async function receivingSite(from: Queries, slug: string | null): Promise<ReceivingSite> {
  const sites = await from.query<ReceivingSite>('select id, slug, name from host_site order by slug');
  const found = slug === null ? sites : sites.filter((site) => site.slug === slug);
  const [site] = found;
  if (site !== undefined && found.length === 1) return site;
  if (sites.length === 0) throw new NoDump('This forum holds the sections of no site yet: an administrator makes one first, on the page /sites.');
  throw new NoDump(`Say which site the articles belong to: ${sites.map((each) => `--site ${each.slug}`).join(', ')}.`);
}
