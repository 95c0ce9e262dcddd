import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader.js';
import { type HostSite, SITE_COLUMNS } from './section.js';

@Injectable()
export class HostSites {
  constructor(private readonly reader: Reader) {}

  /** The site with this slug; null also when not everyone may read its category. */
  async bySlug(slug: string): Promise<HostSite | null> {
    return (await this.read('h.slug = $1', [slug]))[0] ?? null;
  }

  all(): Promise<HostSite[]> {
    return this.read('true order by h.name, h.id', []);
  }

  /** The site whose pages have this origin, if there is one. */
  async ofOrigin(origin: string): Promise<HostSite[]> {
    return this.read('$1 = any(h.origins) order by h.id', [origin]);
  }

  private read(which: string, values: unknown[]): Promise<HostSite[]> {
    return this.reader.query<HostSite>(
      `select ${SITE_COLUMNS} from host_site h join category c on c.id = h.category_id and c.audience = 'everyone'
        where ${which}`,
      values,
    );
  }
}
