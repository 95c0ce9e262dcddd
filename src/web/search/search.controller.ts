import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { SimilarThreads } from '../../../client/kit/similar-threads.js';
import { SearchPage } from '../../../client/search/search-page.js';
import { Categories } from '../../categories/categories.js';
import { Library } from '../../documents/library.js';
import { Search } from '../../search/search.js';
import { Towns } from '../../towns/towns.js';
import { type Answer, fragment, page } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { QueryParts } from '../kit/input.js';
import { htmlOf } from '../kit/html-of.js';
import { Limits } from '../kit/limits.js';
import { ForEveryone } from '../kit/marks.js';
import { orAgain } from '../kit/or-again.js';
import { checkedSearch, DOCUMENTS, readSearch, type SearchQuery, searchQuery } from '../kit/search-fields.js';
import { askedDocuments } from './asked-documents.js';

/** What somebody looks for says a lot about them: no cache keeps it, and neither do we. */
const UNKEPT = { headers: { 'cache-control': 'no-store' } };

/** The title that somebody is writing. */
const similarQuery = z.strictObject({ title: z.string().max(20_000) });
const MOST_LETTERS = 300;

@Controller('search')
export class SearchController {
  constructor(
    private readonly search: Search,
    private readonly library: Library,
    private readonly categories: Categories,
    private readonly towns: Towns,
    private readonly limits: Limits,
  ) {}

  @Get()
  @ForEveryone()
  async show(@QueryParts(searchQuery) query: SearchQuery, @Asked() { visitor, ui, request }: Asking): Promise<Answer> {
    await this.limits.take('search', request);
    const read = readSearch(query);
    const from = query.from ?? null;
    const categories = await this.categories.for(visitor.audience).all();
    const shown = { ui, typed: read.typed, categories, further: from !== null };
    return orAgain(
      async () => {
        if (read.typed.kind === DOCUMENTS) {
          const documents = await this.library.find(visitor.audience, await askedDocuments(read, this.towns), from);
          return page(h(SearchPage, { ...shown, errors: null, found: null, documents }), UNKEPT);
        }
        const found = await this.search.find(visitor.audience, await checkedSearch(read, this.towns), from);
        return page(h(SearchPage, { ...shown, errors: null, found }), UNKEPT);
      },
      (errors) => page(h(SearchPage, { ...shown, errors, found: null }), UNKEPT),
    );
  }

  /** As a fragment, for the script of the form that opens a thread. */
  @Get('similar')
  @ForEveryone()
  async similar(
    @QueryParts(similarQuery) { title }: z.infer<typeof similarQuery>,
    @Asked() { visitor, ui, request }: Asking,
  ): Promise<Answer> {
    await this.limits.take('preview', request);
    const threads = await this.search.similar(visitor.audience, title.slice(0, MOST_LETTERS));
    return fragment(htmlOf(h(SimilarThreads, { ui, threads })), UNKEPT);
  }
}
