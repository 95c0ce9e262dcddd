import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { type Feed, rss } from '../../../client/kit/rss.js';
import { nameOf } from '../../../client/kit/author.js';
import { postAddress, sectionAddress } from '../../../client/kit/address.js';
import type { Ui } from '../../../client/kit/ui.js';
import { Articles } from '../../articles/articles.js';
import { HostSites } from '../../articles/host-sites.js';
import { LatestPosts } from '../../threads/latest-posts.js';
import { NotFound } from '../../errors/errors.js';
import { Visitor } from '../../visitors/visitor.js';
import { Absolute } from '../kit/absolute.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { KeptEmbedded } from './kept-embedded.js';
import { PathParts, QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { tagOf } from '../kit/page-cache/tags.js';
import { Uncounted } from '../kit/uncounted.js';
import { sectionPath, type SectionPath, siteSlug } from './sections.js';

const sitePath = z.strictObject({ site: siteSlug });
// Identifiers beyond the most are ignored, because a script of the site can't use a page with an error.
const countsQuery = z.object({
  id: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((ids) => [ids].flat().slice(0, 200)),
});
const XML = 'application/rss+xml; charset=utf-8';

/** What a site's own pages show of its sections beside them: how many comments, and the feeds. */
@Controller('articles/:site')
export class SiteCommentsController {
  constructor(
    private readonly articles: Articles,
    private readonly sites: HostSites,
    private readonly posts: LatestPosts,
    private readonly kept: KeptEmbedded,
    private readonly absolute: Absolute,
  ) {}

  /** Of as many articles as a list has, 200 at most: `{"331": 12, "332": 0}`. */
  @Get('counts.json')
  @ForEveryone()
  @Uncounted()
  async counts(
    @PathParts(sitePath) { site }: z.infer<typeof sitePath>,
    @QueryParts(countsQuery) { id }: z.infer<typeof countsQuery>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.kept.bytes(asking, 'application/json; charset=utf-8', async () => {
      const { category } = await this.known(site);
      const counts = await this.articles.counts(site, id);
      // An article without comments and an unknown article are the same here: 0.
      const body = JSON.stringify(Object.fromEntries(id.map((each) => [each, counts.get(each) ?? 0])));
      return { body, address: `/category/${site}`, tags: [tagOf.category(category)] };
    });
  }

  @Get('comments.xml')
  @ForEveryone()
  @Uncounted()
  async ofSite(@PathParts(sitePath) { site }: z.infer<typeof sitePath>, @Asked() asking: Asking): Promise<Answer> {
    const ui = asking.uiFor(Visitor.guest());
    return this.kept.bytes(asking, XML, async () => {
      const { category, slug, name } = await this.known(site);
      const feed = await this.feed(ui, {
        title: ui.t.section.feedOf(name),
        address: `/category/${slug}`,
        category,
        thread: null,
      });
      return { body: rss(feed), address: `/category/${slug}`, tags: [tagOf.category(category)] };
    });
  }

  @Get(':identifier/comments.xml')
  @ForEveryone()
  @Uncounted()
  async ofSection(
    @PathParts(sectionPath) { site, identifier }: SectionPath,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const ui = asking.uiFor(Visitor.guest());
    return this.kept.bytes(asking, XML, async () => {
      const section = await this.articles.section('everyone', site, identifier);
      if (section?.article == null) throw new NotFound();
      const {
        article,
        thread,
        category: { id },
      } = section;
      const address = sectionAddress(article);
      const feed =
        thread === null
          ? {
              title: article.title,
              link: this.absolute.address(address),
              about: ui.t.section.heading,
              language: ui.language,
              items: [],
            }
          : await this.feed(ui, { title: article.title, address, category: id, thread });
      return {
        body: rss(feed),
        address,
        tags: [thread === null ? tagOf.category(id) : tagOf.thread(thread), tagOf.room(id)],
      };
    });
  }

  private async known(slug: string): Promise<{ category: number; slug: string; name: string }> {
    const site = await this.sites.bySlug(slug);
    if (site === null) throw new NotFound();
    return { category: site.category.id, slug: site.category.slug, name: site.name };
  }

  private async feed(
    ui: Ui,
    of: { title: string; address: string; category: number; thread: number | null },
  ): Promise<Feed> {
    const comments = await (of.thread === null ? this.posts.inCategory(of.category) : this.posts.inThread(of.thread));
    return {
      title: of.title,
      link: this.absolute.address(of.address),
      about: ui.t.section.heading,
      language: ui.language,
      items: comments.map((comment) => {
        const link = this.absolute.address(postAddress(comment.thread, comment.number));
        const by = nameOf(ui, { name: comment.author });
        return {
          title: ui.t.section.commentOn(by, comment.title),
          link,
          guid: link,
          at: comment.publishedAt,
          html: this.absolute.html(comment.html),
          by,
        };
      }),
    };
  }
}
