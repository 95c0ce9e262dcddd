import { Injectable } from '@nestjs/common';
import { Categories } from '../../categories/categories.js';
import { Threads } from '../../threads/threads.js';
import { UsualDelay } from '../../threads/usual-delay.js';
import { type Audience, ROWS_A_BLOCK, type ThreadRow, type VisibleCategory } from '../../threads/visible.js';

const RECENT = 10;

export interface HomeList {
  /** Each category with its last threads. */
  categories: { category: VisibleCategory; threads: ThreadRow[] }[];
  /** The last threads of all of them. */
  recent: ThreadRow[];
  /** Milliseconds from written to published, or null while nobody knows. */
  usualDelay: number | null;
}

/** What the home page lists, for one audience. */
@Injectable()
export class HomeLists {
  constructor(
    private readonly categories: Categories,
    private readonly threads: Threads,
    private readonly delay: UsualDelay,
  ) {}

  async for(audience: Audience): Promise<HomeList> {
    const threads = this.threads.for(audience);
    const [categories, latest, recent, usualDelay] = await Promise.all([
      this.categories.for(audience).all(),
      threads.latestByCategory(ROWS_A_BLOCK),
      threads.recent(),
      this.delay.get(),
    ]);
    return {
      categories: categories.map((category) => ({
        category,
        threads: latest.filter((row) => row.thread.category.id === category.id),
      })),
      recent: recent.rows.slice(0, RECENT),
      usualDelay,
    };
  }
}
