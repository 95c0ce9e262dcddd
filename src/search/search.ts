import { Injectable } from '@nestjs/common';
import { audiencesOf } from '../categories/audience.js';
import { Reader } from '../database/reader.js';
import { nameKey } from '../members/name-key.js';
import { readCursor, writeCursor } from '../threads/cursor.js';
import type { Audience, Slice, VisibleThread } from '../threads/visible.js';
import { byDate, byRelevance, HITS_A_SLICE, newest } from './candidates.js';
import { fold } from './fold.js';
import { type Hit, hitsOf } from './hits.js';
import { compile, type Forms, formsOf, within } from './lexemes.js';
import type { Question } from './question.js';
import type { ReadableKind } from './readable.js';
import { similarThreads } from './similar.js';
import { type Suggestion, suggestionsFor } from './suggestions.js';
import type { Candidate, Candidates, Extent, Sought } from './ways.js';

export const SORTS = ['relevance', 'date'] as const;
export type Sort = (typeof SORTS)[number];

/** A question with its filters; a filter that is null leaves nothing out. */
export interface Query {
  question: Question;
  /** A member's name, or a guest's as typed. */
  author: string | null;
  /** A slug. */
  category: string | null;
  /** Folded; a post must have all of them. */
  tags: readonly string[];
  /** A code of INSEE. */
  town: string | null;
  kind: ReadableKind | null;
  /**
   * Days of the site's calendar, `2026-11-22`: texts from the beginning of the day `after` on, and from before the
   * beginning of the day `before`.
   */
  after: string | null;
  before: string | null;
  sort: Sort;
}

/** What was found; `rows` is a slice of it. */
export interface Found extends Slice<Hit> {
  /** At most 1,000, which stands for more. */
  total: number;
  /** How far was searched, where not all texts were compared; null where they were. */
  among: Extent | null;
  sort: Sort;
  /** Where nothing was found: words that may have been meant. */
  suggestions: Suggestion[];
}

/**
 * Why nothing was looked for: there was no word and no filter, only small words such as « le », or only words that are
 * to be left out.
 */
export type Unasked = 'nothing' | 'small-words' | 'only-without';

/** Published texts by their words, for one audience. Nothing of a question is kept. */
@Injectable()
export class Search {
  constructor(private readonly reader: Reader) {}

  /** @throws NotFound for a cursor that this program has not made */
  async find(audience: Audience, query: Query, from: string | null): Promise<Found | Unasked> {
    const cursor = from === null ? null : readCursor(from, 2);
    const prepared = await this.prepare(audience, query);
    if (typeof prepared === 'string') return prepared;
    const { sought, forms } = prepared;
    const sort = sought.ranked === null ? 'date' : query.sort;
    const candidates = await (sort === 'date' ? byDate : byRelevance)(this.reader, sought, cursor);
    const rows = await hitsOf(this.reader, audiencesOf(audience), candidates.rows.slice(0, HITS_A_SLICE), {
      terms: query.question.groups.flat(),
      forms,
    });
    const { total, among } = candidates;
    const { categories } = sought;
    const suggestions = total > 0 ? [] : await suggestionsFor(this.reader, query.question, forms, categories);
    return { total, among, sort, rows, next: nextOf(candidates), suggestions };
  }

  /** Up to five threads with a title like this one. */
  similar(audience: Audience, title: string): Promise<VisibleThread[]> {
    return similarThreads(this.reader, audience, title);
  }

  /** The places of the newest texts that match, among those that everyone may read: for the feed of the question. */
  async newest(query: Query, most: number): Promise<Candidate[]> {
    const prepared = await this.prepare('everyone', query);
    return typeof prepared === 'string' ? [] : newest(this.reader, prepared.sought, most);
  }

  private async prepare(
    audience: Audience,
    query: Query,
  ): Promise<Unasked | { sought: Sought; forms: Map<string, Forms> }> {
    const { question } = query;
    const forms = await formsOf(
      this.reader,
      [...question.groups.flat(), ...question.without].flatMap(({ words }) => words),
    );
    const categories = await this.categories(audience, query.category);
    const compiled = compile(question, forms, await this.filters(query, categories));
    const dated = query.after !== null || query.before !== null;
    if (compiled.smallOnly) return 'small-words';
    if (compiled.asked === null && question.without.length > 0) return 'only-without';
    if (compiled.asked === null && !dated && query.category === null) return 'nothing';
    // Texts that this audience may not read are left out by the query to the index itself, and not afterwards: they
    // would be counted among the texts that may be read at most.
    const loose = compiled.loose === null ? null : within(categories, compiled.loose);
    return { sought: { ...compiled, loose, categories, ...(await this.moments(query)) }, forms };
  }

  /**
   * The filters as lexemes, as they stand in the vectors of the texts. A name or a tag that nobody has written matches
   * nothing, and neither does a category that this audience may not read.
   */
  private async filters(
    { author, kind, category, tags, town }: Query,
    categories: readonly number[],
  ): Promise<string[][]> {
    const filters = category === null ? [] : categories.map((id) => [`c:${id}`]);
    if (kind !== null) filters.push([`k:${kind}`]);
    if (town !== null) filters.push([`t:${town}`]);
    filters.push(...tags.map((tag) => [`#${tag}`]));
    if (author !== null) {
      const guest = `@~${Array.from(fold(author)).slice(0, 100).join('')}`;
      const members = await this.reader.query<{ id: number }>('select id from member where name_key = $1', [
        nameKey(author),
      ]);
      filters.push([guest, ...members.map(({ id }) => `@${id}`)]);
    }
    return filters;
  }

  private async moments({ after, before }: Query): Promise<{ since: Date | null; until: Date | null }> {
    if (after === null && before === null) return { since: null, until: null };
    const [moments] = await this.reader.query<{ since: Date | null; until: Date | null }>(
      `select $1::date::timestamp at time zone time_zone as since, $2::date::timestamp at time zone time_zone as until
       from site`,
      [after, before],
    );
    return moments ?? { since: null, until: null };
  }

  /** The ids of the categories that the audience may read, or of the one among them that was asked for. */
  private async categories(audience: Audience, slug: string | null): Promise<number[]> {
    const rows = await this.reader.query<{ id: number }>(
      'select id from category c where c.audience = any($1) and ($2::text is null or c.slug = $2) order by id',
      [audiencesOf(audience), slug],
    );
    return rows.map(({ id }) => id);
  }
}

function nextOf({ rows }: Candidates): string | null {
  const last = rows[HITS_A_SLICE - 1];
  return rows.length > HITS_A_SLICE && last !== undefined ? writeCursor(last.place, last.thread, last.number) : null;
}
