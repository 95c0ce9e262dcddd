import { createHash } from 'node:crypto';
import { Controller, Get } from '@nestjs/common';
import { searchAddress, searchFeedAddress } from '../../../client/kit/search-address.js';
import { Search } from '../../search/search.js';
import { LatestPosts } from '../../threads/latest-posts.js';
import { Towns } from '../../towns/towns.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { QueryParts } from '../kit/input.js';
import { Limits } from '../kit/limits.js';
import { ForEveryone } from '../kit/marks.js';
import { type AskedQuery, askedQuery, checkedSearch, readSearch } from '../kit/search-fields.js';
import { FeedFiles } from './feed-files.js';

const MOST = 50;

/** What is new in a search, of what everyone may read. Like the search itself it is kept nowhere. */
@Controller('search')
export class SearchFeedsController {
  constructor(
    private readonly search: Search,
    private readonly posts: LatestPosts,
    private readonly towns: Towns,
    private readonly files: FeedFiles,
    private readonly limits: Limits,
  ) {}

  /** @throws Invalid for a field that is wrong: a feed has no form to say it in. */
  @Get(['feed.atom', 'feed.rss'])
  @ForEveryone()
  async show(@QueryParts(askedQuery) query: AskedQuery, @Asked() asking: Asking): Promise<Answer> {
    await this.limits.take('search', asking.request);
    const read = readSearch(query);
    const asked = await checkedSearch(read, this.towns);
    return this.files.showUnkept(asking, async ({ site, t }, format) => {
      const { typed } = read;
      const address = searchAddress({ ...typed, sort: '' });
      return {
        address,
        own: searchFeedAddress(typed, format),
        title: t.site.pageTitle(typed.q === '' ? t.search.title : t.search.titleOf(typed.q), site.name),
        about: site.description,
        id: `search:${createHash('sha256').update(address).digest('hex').slice(0, 16)}`,
        posts: await this.posts.at(await this.search.newest(asked, MOST)),
        tags: [],
      };
    });
  }
}
