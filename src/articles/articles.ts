import { Injectable } from '@nestjs/common';
import { audiencesOf } from '../categories/audience.js';
import { Reader } from '../database/reader.js';
import type { Audience } from '../threads/visible.js';
import { articleNamed, findSection, type Section } from './section.js';

@Injectable()
export class Articles {
  constructor(private readonly reader: Reader) {}

  /** The section of an article as somebody of this audience sees it, by its identifier or an alias. */
  section(audience: Audience, site: string, identifier: string): Promise<Section | null> {
    return findSection(this.reader, audiencesOf(audience), site, identifier);
  }

  /**
   * How many comments stand in the sections of these articles; those without any are left out. At most 200. The LIMIT
   * allows as many rows as the key does anyway, but without it the planner reads all articles there are for a list of
   * fifty.
   */
  async counts(site: string, identifiers: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.reader.query<{ identifier: string; count: number }>(
      `select w.identifier, t.post_count as count
       from host_site h join category c on c.id = h.category_id and c.audience = 'everyone'
       cross join unnest($2::text[]) as w (identifier)
       cross join lateral (select thread_id from article where id = ${articleNamed('w.identifier')} limit 1) ar
       join thread t on t.id = ar.thread_id and t.post_count > 0
       where h.slug = $1`,
      [site, identifiers.slice(0, 200)],
    );
    return new Map(rows.map(({ identifier, count }) => [identifier, count]));
  }
}
