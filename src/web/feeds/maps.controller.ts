import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { opml } from '../../../client/feeds/opml.js';
import { SiteMapPage } from '../../../client/feeds/site-map-page.js';
import { categoryAddress } from '../../../client/kit/address.js';
import { Categories } from '../../categories/categories.js';
import { Absolute } from '../kit/absolute.js';
import { wholeNumberOrZero } from '../kit/address-parts.js';
import { type Answer, bytes } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { AudiencePages } from '../kit/page-cache/audience-pages.js';
import { tagOf } from '../kit/page-cache/tags.js';
import { feedAddress } from './feed-files.js';
import { SitemapParts } from './sitemap-parts.js';
import { KeptFiles } from '../kit/page-cache/kept-files.js';

const query = z.strictObject({
  part: wholeNumberOrZero.optional(),
  /** A month, `2026-11`: the documents that were published in it. */
  documents: z
    .string()
    .regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/)
    .optional(),
});
const XML = 'application/xml; charset=utf-8';
/** Nothing there is for a search engine: forms, what belongs to one person, the team's places. */
const NOT_VISITED = ['/desk', '/me', '/follow', '/mail', '/login', '/register', '/recovery', '/invitation', '/set-up'];

/** Where everything is, for people, for feed readers and for search engines. */
@Controller()
export class MapsController {
  constructor(
    private readonly categories: Categories,
    private readonly parts: SitemapParts,
    private readonly files: KeptFiles,
    private readonly absolute: Absolute,
    private readonly pages: AudiencePages,
  ) {}

  /** The feeds of all categories that everyone may read, as one list. */
  @Get('feeds.opml')
  @ForEveryone()
  feeds(@Asked() asking: Asking): Promise<Answer> {
    return this.files.show(asking, async ({ site }) => {
      const categories = await this.categories.for('everyone').all();
      const lines = [{ name: site.name, path: '/' }].concat(
        categories.map((category) => ({ name: category.name, path: categoryAddress(category) })),
      );
      const body = opml(
        site.name,
        lines.map(({ name, path }) => ({
          title: name,
          link: this.absolute.address(path),
          feed: this.absolute.address(feedAddress(path, 'atom')),
        })),
      );
      return { type: 'text/x-opml; charset=utf-8', body, address: '/feeds.opml', tags: [], link: '' };
    });
  }

  /** The index, or with `part` one of its files. */
  @Get('sitemap.xml')
  @ForEveryone()
  sitemap(@QueryParts(query) { part, documents }: z.infer<typeof query>, @Asked() asking: Asking): Promise<Answer> {
    return this.files.show(asking, async ({ site }) => {
      const zone = zoneOf(asking);
      const file =
        documents !== undefined
          ? await this.parts.month(documents, zone)
          : part !== undefined
            ? await this.parts.part(part, zone, site.words)
            : await this.parts.index(zone);
      return { type: XML, ...file, tags: [tagOf.lists], link: '' };
    });
  }

  @Get('robots.txt')
  @ForEveryone()
  robots(): Answer {
    const lines = [
      'User-agent: *',
      ...NOT_VISITED.map((path) => `Disallow: ${path}`),
      `Sitemap: ${this.absolute.address('/sitemap.xml')}`,
    ];
    return bytes('text/plain; charset=utf-8', `${lines.join('\n')}\n`);
  }

  @Get('site-map')
  @ForEveryone()
  show(@Asked() asking: Asking): Promise<Answer> {
    return this.pages.for(asking, async (ui) => {
      const categories = await this.categories.for(asking.visitor.audience).all();
      return { page: h(SiteMapPage, { ui, categories }), address: '/site-map', tags: [] };
    });
  }
}

function zoneOf({ request }: Asking): string {
  return request.site?.timeZone ?? 'UTC';
}
