import { nameKey } from '../../members/name-key.js';
import type { Kind } from '../../submissions/kind.js';
import type { Visitor } from '../../visitors/visitor.js';
import { awaitsColleague } from './awaits-colleague.js';

const HOUR = 3_600_000;
/** Waiting times to choose from, in milliseconds, shortest first. */
export const OLDER = { '1h': HOUR, '5h': 5 * HOUR, '1d': 24 * HOUR } as const;
export type Older = keyof typeof OLDER;

/** What a moderator wants to see of their queue; a field that is left out filters nothing. */
export interface QueueFilter {
  kind?: Kind;
  /** A slug. */
  category?: string;
  /** Waits at least this long. */
  older?: Older;
  /** A member's name, or a guest's as typed. */
  author?: string;
  links?: true;
  /** What has files. */
  documents?: true;
  /** What the moderator can do no more about, instead of what they can. */
  colleague?: true;
  /** Beginnings of words that all stand in the title or the text. */
  q?: string;
}

/** Whose queue it is, and of which categories: null for all. */
export interface AtDesk extends Pick<Visitor, 'desk'> {
  member: { id: number } | null;
}

/** A filter at a moment: waiting times are counted from it. */
export interface Wanted {
  filter: QueueFilter;
  now: Date;
}

export interface Where {
  /** About a row `s` of desk.submission. */
  sql: string;
  values: unknown[];
}

/**
 * The words of a search as the index has them: without case and accents, each the beginning of a word. Null when
 * nothing is left to search for.
 */
export function searched(q: string): string | null {
  const folded = q
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
  const words = folded
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, 8);
  return words.length === 0 ? null : words.map((word) => `'${word}':*`).join(' & ');
}

/** The moment before which a submission was sent that passes `older`. */
export function sinceOf(older: Older, now: Date): Date {
  return new Date(now.getTime() - OLDER[older]);
}

/**
 * An SQL condition for the submissions that wait for this moderator and pass the filter; the indexes over waiting
 * submissions serve it.
 */
export function waitingWhere(moderator: AtDesk, wanted: Wanted): Where {
  const { sql, values } = standingWhere(moderator, wanted);
  const member = `$${values.push(moderator.member?.id ?? null)}`;
  const awaits = awaitsColleague(member, `$${values.push(wanted.now)}`);
  return { sql: `${sql} and ${wanted.filter.colleague === true ? awaits : `not ${awaits}`}`, values };
}

/** The same for all that waits in these categories, for this moderator or for a colleague. */
export function standingWhere(moderator: AtDesk, { filter, now }: Wanted): Where {
  const values: unknown[] = [moderator.desk];
  const value = (each: unknown): string => `$${values.push(each)}`;
  const conditions = [`s.status = 'waiting'`, '($1::int[] is null or s.category_id = any($1))'];
  const { kind, category, older, author, links, documents, q } = filter;
  if (kind !== undefined) conditions.push(`s.kind = ${value(kind)}`);
  if (category !== undefined)
    conditions.push(`s.category_id = (select id from category where slug = ${value(category)})`);
  if (older !== undefined) conditions.push(`s.written_at <= ${value(sinceOf(older, now))}::timestamptz`);
  if (author !== undefined)
    conditions.push(
      `(s.author_id = (select id from member where name_key = ${value(nameKey(author))})
        or (s.author_id is null and s.author_name = ${value(author)}))`,
    );
  if (links !== undefined) conditions.push('s.with_links');
  if (documents !== undefined) conditions.push('s.with_documents');
  const words = q === undefined ? null : searched(q);
  if (words !== null) conditions.push(`s.search @@ ${value(words)}::tsquery`);
  return { sql: conditions.join(' and '), values };
}
