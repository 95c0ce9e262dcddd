import { Injectable } from '@nestjs/common';
import { Reader } from '../../database/reader.js';
import { NotFound } from '../../errors/errors.js';
import { type Count, type CountedMonth, monthsOf, type StoredFigure, type StoredMonth } from './counted-month.js';

export interface NamedCategory {
  slug: string;
  name: string;
}

/** Months of one category or of all of them, oldest first. */
export interface StatisticsPage {
  months: CountedMonth[];
  /** Codes of reasons in the order of the list: those that can be given now, and those that a number is shown for. */
  reasons: string[];
  /** Null for all together. */
  category: NamedCategory | null;
  /** Null for the last twelve months. */
  year: number | null;
  /** What may be chosen. */
  categories: NamedCategory[];
  years: number[];
}

export interface Chosen {
  category?: string | undefined;
  year?: number | undefined;
}

const MONTHS = 12;
const OPEN = `(x.category_id is null or x.category_id in (select id from category where audience = 'everyone'))`;

/** The numbers that everybody may read; which these are was decided when they were counted. */
@Injectable()
export class Statistics {
  constructor(private readonly reader: Reader) {}

  /** @throws NotFound for a category that not everybody reads, and for a year without a month that is over. */
  async page({ category: slug, year }: Chosen): Promise<StatisticsPage> {
    const categories = await this.reader.query<NamedCategory & { id: number }>(
      `select id, slug, name from category where audience = 'everyone' order by position, id`,
    );
    const years = await this.reader.query<{ year: number }>(
      'select distinct extract(year from month)::int as year from moderated_month order by 1 desc',
    );
    const category = categories.find((one) => one.slug === slug) ?? null;
    if ((slug !== undefined && category === null) || (year !== undefined && years.every((one) => one.year !== year)))
      throw new NotFound();
    const months = await this.months(category?.id ?? null, year ?? null);
    const named = ({ slug: theirs, name }: NamedCategory): NamedCategory => ({ slug: theirs, name });
    return {
      months,
      reasons: await this.reasons(months),
      category: category && named(category),
      year: year ?? null,
      categories: categories.map(named),
      years: years.map((one) => one.year),
    };
  }

  /**
   * All numbers, for people who want to calculate with them: each month of each category, by its address, and of all
   * (null).
   */
  async all({
    category,
    year,
  }: Chosen): Promise<{ reasons: string[]; rows: { slug: string | null; month: CountedMonth }[] }> {
    const { categories } = await this.page({ category, year });
    const slugs = category === undefined ? [null, ...categories.map(({ slug }) => slug)] : [category];
    const ids = await this.reader.query<{ id: number; slug: string }>(
      `select id, slug from category where audience = 'everyone'`,
    );
    const rows: { slug: string | null; month: CountedMonth }[] = [];
    for (const slug of slugs) {
      const months = await this.months(ids.find((one) => one.slug === slug)?.id ?? null, year ?? null, null);
      rows.push(...months.map((month) => ({ slug, month })));
    }
    return { reasons: await this.reasons(rows.map(({ month }) => month)), rows };
  }

  private async months(
    category: number | null,
    year: number | null,
    last: number | null = MONTHS,
  ): Promise<CountedMonth[]> {
    const where = `${OPEN} and x.category_id is not distinct from $1
      and ($2::int is null or extract(year from x.month) = $2)`;
    const stored = await this.reader.query<StoredMonth>(
      `select x.month::text, x.median_minutes as median, x.ninth_minutes as ninth, x.delays_of as of
        from moderated_month x
       where ${where} order by x.month desc limit $3`,
      [category, year, last],
    );
    const figures = await this.reader.query<StoredFigure>(
      `select x.month::text, x.figure, x.reason, x.count from moderated_figure x where ${where}
        and x.month >= $3::date`,
      [category, year, stored.at(-1)?.month ?? '9999-01-01'],
    );
    return monthsOf(stored.toReversed(), figures);
  }

  private async reasons(months: readonly CountedMonth[]): Promise<string[]> {
    const given = (count: Count | undefined): boolean => count !== undefined && count !== 'few';
    const rows = await this.reader.query<{ code: string; active: boolean }>(
      'select code, active from reason order by position, code',
    );
    return rows
      .filter(({ code, active }) => active || months.some(({ refused }) => given(refused[code])))
      .map(({ code }) => code);
  }
}
