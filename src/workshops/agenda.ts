import { Injectable } from '@nestjs/common';
import { audiencesOf } from '../categories/audience.js';
import { Reader } from '../database/reader.js';
import type { Audience } from '../threads/visible.js';
import { type Around, liesIn } from '../towns/around.js';
import type { AgendaCursor } from './agenda-cursor.js';
import type { AgendaRow, VisibleDate } from './visible-workshop.js';
import { DATE_COLUMNS, dateFrom, WORKSHOP_COLUMNS, workshopFrom, type WorkshopRow } from './workshop-rows.js';

/** Which dates; a field that is left out filters nothing. */
export interface AgendaFilter extends Around {
  /** Those that end after it, the next one first. */
  after?: Date;
  /** Those that begin before it. */
  until?: Date;
  /** Those that are over then, the last one first. */
  past?: Date;
  /** Those that come after this one in the order of the list. */
  beyond?: AgendaCursor;
  category?: number;
  thread?: number;
  /** Within so many kilometres. */
  near?: { latitude: number; longitude: number; km: number };
  theme?: string;
  online?: boolean;
  /** Cancelled ones only while they end after it; all where it is left out. */
  cancelledAfter?: Date;
  /** What was announced or changed last comes first. */
  newest?: boolean;
}

type Row = WorkshopRow & VisibleDate & { slug: string; title: string; category: number; excerpt: string };

/** A date lasts no longer. */
const LONGEST = 15 * 86_400_000;
/** One degree of latitude. */
const KM = 111.2;

/** The dates of workshops, of the categories that an audience reads. */
@Injectable()
export class Agenda {
  constructor(private readonly reader: Reader) {}

  async dates(
    audience: Audience,
    filter: AgendaFilter,
    { limit, from = 0 }: { limit: number; from?: number },
  ): Promise<AgendaRow[]> {
    const values: unknown[] = [audiencesOf(audience)];
    const value = (each: unknown): string => `$${values.push(each)}`;
    const read = ['t.id = d.thread_id', 'c.audience = any($1)'];
    const wanted: string[] = [];
    const { after, until, past, beyond, category, thread, near, theme, online, cancelledAfter, newest } = filter;
    const there = liesIn(filter, 'w.town_code', value);
    if (after !== undefined) {
      wanted.push(`d.ends_at > ${value(after)}`);
      // By the same order as the rows: what began longer ago than the longest one lasts is over.
      if (beyond === undefined) wanted.push(`d.starts_at > ${value(new Date(after.getTime() - LONGEST))}`);
    }
    // Nothing of the pages before is read again: the hundredth costs what the first one does.
    if (beyond !== undefined)
      wanted.push(
        `(d.starts_at, d.id) ${past === undefined ? '>' : '<'} (${value(beyond.startsAt)}, ${value(beyond.id)})`,
      );
    if (until !== undefined) wanted.push(`d.starts_at < ${value(until)}`);
    if (past !== undefined) wanted.push(`d.ends_at <= ${value(past)}`);
    if (category !== undefined) read.push(`t.category_id = ${value(category)}`);
    if (thread !== undefined) wanted.push(`d.thread_id = ${value(thread)}`);
    wanted.push(...there);
    if (theme !== undefined) wanted.push(`${value(theme)} = any(w.themes)`);
    if (online === true) wanted.push('w.is_online');
    if (cancelledAfter !== undefined) wanted.push(`(d.state <> 'cancelled' or d.ends_at > ${value(cancelledAfter)})`);
    if (near !== undefined) {
      const [latitude, longitude, km] = [value(near.latitude), value(near.longitude), value(near.km)];
      // As the bird flies, on a plane: France is small enough for a filter by tens of kilometres.
      wanted.push(`power((o.latitude - ${latitude}::float8) * ${KM}, 2)
        + power((o.longitude - ${longitude}::float8) * ${KM} * cos(radians(${latitude}::float8)), 2)
          <= power(${km}::float8, 2)`);
    }
    const byTime = past === undefined ? 'd.starts_at, d.id' : 'd.starts_at desc, d.id desc';
    const order = newest === true ? `d.changed_at desc, ${byTime}` : byTime;
    const workshop = there.length > 0 || near !== undefined || theme !== undefined || online === true;
    // Which ones first, from the narrow rows alone: all that is said of them is read for those that are shown. Whether
    // somebody may read one is asked of one after the other (hence the limit): the next fifty dates cost fifty, where
    // no category is asked for by itself.
    const rows = await this.reader.query<Row>(
      `select ${WORKSHOP_COLUMNS}, ${DATE_COLUMNS}, d.slug, d.title, d.category, p.excerpt
       from (select d.*, t.slug, t.title, t.category from workshop_date d
           ${workshop ? 'join workshop w on w.thread_id = d.thread_id' : ''}
           ${near === undefined ? '' : 'join town o on o.code = w.town_code'}
           cross join lateral (select t.slug, t.title, t.category_id as category
             from thread t join category c on c.id = t.category_id
             where ${read.join(' and ')} ${category === undefined ? 'limit 1' : ''}) t
         where ${wanted.length === 0 ? 'true' : wanted.join(' and ')}
         order by ${order} limit ${value(limit)} offset ${value(from)}) d
       join workshop w on w.thread_id = d.thread_id join post p on p.thread_id = d.thread_id and p.number = 1
       left join town o on o.code = w.town_code
       order by ${order}`,
      values,
    );
    return rows.map((row) => ({
      date: dateFrom(row),
      workshop: workshopFrom(row),
      thread: { id: row.thread, slug: row.slug, title: row.title, category: row.category },
      excerpt: row.excerpt,
    }));
  }
}
