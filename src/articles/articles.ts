import { Injectable } from '@nestjs/common';
import { audiencesOf } from '../categories/audience.js';
import { Reader } from '../database/reader.js';
import type { Audience } from '../threads/visible.js';
import { findSection, type Section } from './section.js';

@Injectable()
export class Articles {
  constructor(private readonly reader: Reader) {}

  /** The section of an article as somebody of this audience sees it, by its identifier or an alias. */
  section(audience: Audience, site: string, identifier: string): Promise<Section | null> {
    return findSection(this.reader, audiencesOf(audience), site, identifier);
  }

  /** How many comments stand in the sections of these articles; those without any are left out. At most 200. */
  async counts(site: string, identifiers: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.reader.query<{ identifier: string; count: number }>(
      `select w.identifier, t.post_count as count
       from host_site h join category c on c.id = h.category_id and c.audience = 'everyone'
       cross join unnest($2::text[]) as w (identifier)
       join article ar on ar.id = coalesce((select id from article where site_id = h.id and identifier = w.identifier),
         (select article_id from article_alias where site_id = h.id and identifier = w.identifier))
       join thread t on t.id = ar.thread_id and t.post_count > 0
       where h.slug = $1`,
      [site, identifiers.slice(0, 200)],
    );
    return new Map(rows.map(({ identifier, count }) => [identifier, count]));
  }
}
