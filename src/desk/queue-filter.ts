import { nameKey } from '../members/name-key.js';
import type { Visitor } from '../visitors/visitor.js';

export const KINDS = ['thread', 'reply', 'comment', 'edit', 'profile', 'report', 'appeal'] as const;
export type CardKind = (typeof KINDS)[number];

const HOUR = 3_600_000;
/** Waiting times to choose from, in milliseconds, shortest first. */
export const OLDER = { '1h': HOUR, '5h': 5 * HOUR, '1d': 24 * HOUR } as const;
export type Older = keyof typeof OLDER;

/** What a moderator wants to see of their queue; what is not said is not asked for. */
export interface QueueFilter {
  kind?: CardKind;
  /** A slug. */
  category?: string;
  /** Waits at least this long. */
  older?: Older;
  /** A member's name, or a guest's as typed. */
  author?: string;
  links?: true;
  /** Beginnings of words that all stand in the title or the text. */
  q?: string;
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
 * The words of a search as the index has them: without case and accents, each the beginning of a word. Null when nothing
 * is left to search for.
 */
export function searched(q: string): string | null {
  const folded = q.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae');
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '').slice(0, 8);
  return words.length === 0 ? null : words.map((word) => `'${word}':*`).join(' & ');
}

/** Since when what is `older` has waited at least. */
export function sinceOf(older: Older, now: Date): Date {
  return new Date(now.getTime() - OLDER[older]);
}

/** What waits at this desk and passes the filter, as a condition that the indexes over what waits answer. */
export function waitingWhere(moderator: Pick<Visitor, 'desk'>, { filter, now }: Wanted): Where {
  const values: unknown[] = [moderator.desk];
  const value = (each: unknown): string => `$${values.push(each)}`;
  const conditions = [`s.status = 'waiting'`, '($1::int[] is null or s.category_id = any($1))'];
  const { kind, category, older, author, links, q } = filter;
  if (kind !== undefined) conditions.push(`s.kind = ${value(kind)}`);
  if (category !== undefined) conditions.push(`s.category_id = (select id from category where slug = ${value(category)})`);
  if (older !== undefined) conditions.push(`s.written_at <= ${value(sinceOf(older, now))}::timestamptz`);
  if (author !== undefined)
    conditions.push(`(s.author_id = (select id from member where name_key = ${value(nameKey(author))}) or (s.author_id is null and s.author_name = ${value(author)}))`);
  if (links !== undefined) conditions.push('s.with_links');
  const words = q === undefined ? null : searched(q);
  if (words !== null) conditions.push(`s.search @@ ${value(words)}::tsquery`);
  return { sql: conditions.join(' and '), values };
}
