import { Injectable } from '@nestjs/common';
import { isDay } from '../clock/day.js';
import { Reader } from '../database/reader.js';
import { NotFound } from '../errors/errors.js';
import type { PUBLIC_DECISIONS } from './finished-days.js';

type PublicDecision = (typeof PUBLIC_DECISIONS)[number];

/** How many decisions of each sort were made on one day, without names or texts. */
export interface PublicDay {
  /** `2026-11-22`, in the time zone that the site had. */
  day: string;
  rows: PublicRow[];
}

export interface PublicRow {
  category: { slug: string; name: string };
  decision: PublicDecision;
  /** A code of the list, or empty. */
  reason: string;
  /** 1, then 2 for a few (up to nine), then tens. */
  about: number;
}

const DAYS = 14;

/** The exact numbers of a day would let somebody who sent a post that day count those of others. */
function rounded(count: number): number {
  if (count < 10) return Math.min(count, 2);
  return Math.round(count / 10) * 10;
}

type Raw = Omit<PublicRow, 'category' | 'about'> & { day: string; slug: string; name: string; count: number };

/** The log that everybody may read: finished days of the categories that everybody reads. */
@Injectable()
export class PublicLog {
  constructor(private readonly reader: Reader) {}

  /**
   * 14 days on which something was decided, newest first, older than `before`. @throws NotFound when that is no day.
   */
  async page(before: string | null): Promise<{ days: PublicDay[]; next: string | null }> {
    if (before !== null && !isDay(before)) throw new NotFound();
    const rows = await this.reader.query<Raw>(
      `with days as (
         select distinct m.day from moderated_day m join category c on c.id = m.category_id and c.audience = 'everyone'
         where $1::date is null or m.day < $1 order by m.day desc limit ${DAYS + 1})
       select m.day::text, m.decision, m.reason, m.count, c.slug, c.name
       from days join moderated_day m using (day) join category c on c.id = m.category_id and c.audience = 'everyone'
       order by m.day desc, c.position, c.id, m.count desc, m.decision, m.reason`,
      [before],
    );
    const days = new Map<string, PublicRow[]>();
    for (const { day, slug, name, count, ...row } of rows)
      days.set(day, [...(days.get(day) ?? []), { ...row, category: { slug, name }, about: rounded(count) }]);
    const shown = [...days].slice(0, DAYS).map(([day, lines]) => ({ day, rows: lines }));
    return { days: shown, next: days.size > DAYS ? (shown.at(-1)?.day ?? null) : null };
  }
}
