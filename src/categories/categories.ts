import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader.js';
import { NotFound } from '../errors/errors.js';
import type { Audience, VisibleCategory } from '../threads/visible.js';
import { audiencesOf } from './audience.js';
import { CATEGORY_COLUMNS, categoryFrom, type CategoryRow } from './category-row.js';

/** The categories that one audience may read; for it no other exists. */
export class AudienceCategories {
  constructor(
    private readonly reader: Reader,
    private readonly audiences: Audience[],
  ) {}

  /** All of them, in the order that the administrator gave. */
  all(): Promise<VisibleCategory[]> {
    return this.read('true order by c.position, c.id', []);
  }

  async bySlug(slug: string): Promise<VisibleCategory | null> {
    return (await this.read('c.slug = $2', [slug]))[0] ?? null;
  }

  /** @throws NotFound where this audience reads no such category. */
  async must(slug: string): Promise<VisibleCategory> {
    const category = await this.bySlug(slug);
    if (category === null) throw new NotFound();
    return category;
  }

  async byId(id: number): Promise<VisibleCategory | null> {
    return (await this.read('c.id = $2', [id]))[0] ?? null;
  }

  private async read(which: string, values: unknown[]): Promise<VisibleCategory[]> {
    const rows = await this.reader.query<CategoryRow>(
      `select ${CATEGORY_COLUMNS} from category c where c.audience = any($1) and ${which}`,
      [this.audiences, ...values],
    );
    return rows.map(categoryFrom);
  }
}

@Injectable()
export class Categories {
  constructor(private readonly reader: Reader) {}

  /** Reads for this audience; when none is given, for the one that may read the least. */
  for(audience: Audience = 'everyone'): AudienceCategories {
    return new AudienceCategories(this.reader, audiencesOf(audience));
  }
}
