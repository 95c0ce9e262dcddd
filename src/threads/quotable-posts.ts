import { Injectable } from '@nestjs/common';
import { audiencesOf } from '../categories/audience.js';
import { Reader } from '../database/reader.js';
import type { Audience } from './visible.js';

/** A standing post as it is quoted and answered. */
export interface QuotablePost {
  number: number;
  author: string;
  html: string;
  excerpt: string;
}

@Injectable()
export class QuotablePosts {
  constructor(private readonly reader: Reader) {}

  /** Null for what this audience may not read, and for tombstones. */
  async one(audience: Audience, thread: number, number: number): Promise<QuotablePost | null> {
    const [row] = await this.reader.query<QuotablePost>(
      `select p.number, coalesce(m.name, p.author_name) as author, p.html, p.excerpt
       from post p join category c on c.id = p.category_id left join member m on m.id = p.author_id
       where p.thread_id = $1 and p.number = $2 and p.gone is null and c.audience = any($3)`,
      [thread, number, audiencesOf(audience)],
    );
    return row ?? null;
  }
}
