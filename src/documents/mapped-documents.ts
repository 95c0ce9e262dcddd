import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader.js';

/** A document as a map of the site has it. */
export interface MappedDocument {
  id: string;
  title: string;
  /** `2026-11-22`: when it was published. */
  day: string;
}

/** As many as one sitemap may have. */
const MOST = 50_000;
const OPEN = `document d join post p on p.thread_id = d.thread_id and p.number = d.number and p.gone is null
  join category c on c.id = p.category_id and c.audience = 'everyone'`;

/**
 * All documents that everyone may read, for search engines. They are listed by months, since their ids have no order.
 */
@Injectable()
export class MappedDocuments {
  constructor(private readonly reader: Reader) {}

  /** The months in which documents were published, `2026-11`, each with the last day on which one was. */
  months(timeZone: string): Promise<{ month: string; day: string }[]> {
    return this.reader.query(
      `select to_char(d.published_at at time zone $1, 'YYYY-MM') as month,
         (max(d.published_at) at time zone $1)::date::text as day from ${OPEN} group by 1 order by 1`,
      [timeZone],
    );
  }

  month(month: string, timeZone: string): Promise<MappedDocument[]> {
    return this.reader.query<MappedDocument>(
      `select d.id, d.title, (d.published_at at time zone $2)::date::text as day from ${OPEN}
       where d.published_at >= ($1 || '-01')::timestamp at time zone $2
         and d.published_at < (($1 || '-01')::timestamp + interval '1 month') at time zone $2
       order by d.published_at, d.id limit ${MOST}`,
      [month, timeZone],
    );
  }
}
