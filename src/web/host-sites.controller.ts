import { Controller, Get, Inject, Post } from '@nestjs/common';
import { h } from 'preact';
import type { z } from 'zod';
import type { FormErrors } from '../../client/parts/form-errors.js';
import { HostSitePage } from '../../client/pages/host-site-page.js';
import { HostSitesPage } from '../../client/pages/host-sites-page.js';
import { Clock } from '../clock/clock.js';
import { CONFIG, type Config } from '../config/config.js';
import { CategoryAdministration } from '../desk/administration/category-administration.js';
import { ArticleAdministration, type TypedArticle } from '../desk/host-sites/article-administration.js';
import { HostSiteAdministration } from '../desk/host-sites/host-site-administration.js';
import { NEW_HOST_SITE, type TypedHostSite, typedHostSite } from '../desk/host-sites/host-site-settings.js';
import { Asked, type Asking } from './asking.js';
import { formProblem } from './form-problem.js';
import { hostSitePath, hostSiteQuery, nothingSent, sentArticle, sentFeed, sentHostSite, sentNewHostSite } from './host-site-fields.js';
import { Fields, PathParts, QueryParts } from './input.js';
import { ForAdministrators } from './marks.js';
import { Pages } from './pages.js';

type SitePath = z.infer<typeof hostSitePath>;
type Query = z.infer<typeof hostSiteQuery>;

/** What came back with a problem. */
interface Again {
  status: number;
  errors: FormErrors;
  site?: TypedHostSite;
  article?: TypedArticle;
  feed?: { xml: string; naming: string };
}

const NOTHING_ASKED: Query = { q: '' };

/** Sites elsewhere and their articles, as administrators make them known. */
@Controller('sites')
export class HostSitesController {
  constructor(
    private readonly sites: HostSiteAdministration, private readonly articles: ArticleAdministration, private readonly categories: CategoryAdministration,
    private readonly pages: Pages, private readonly clock: Clock, @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @ForAdministrators()
  async list(@Asked() asking: Asking): Promise<void> {
    await this.drawList(asking, { ...typedHostSite(NEW_HOST_SITE), slug: '' }, null);
  }

  @Post()
  @ForAdministrators()
  async create(@Fields(sentNewHostSite) sent: z.infer<typeof sentNewHostSite>, @Asked() asking: Asking): Promise<void> {
    try {
      const slug = await this.sites.create(asking.visitor, sent, this.clock.now());
      await asking.reply.redirect(`/sites/${slug}?saved=yes`, 303);
    } catch (error) {
      await this.drawList(asking, sent, formProblem(error));
    }
  }

  @Get(':site')
  @ForAdministrators()
  async show(@PathParts(hostSitePath) { site }: SitePath, @QueryParts(hostSiteQuery) query: Query, @Asked() asking: Asking): Promise<void> {
    await this.draw(asking, site, query, null);
  }

  @Post(':site')
  @ForAdministrators()
  async change(@PathParts(hostSitePath) { site }: SitePath, @Fields(sentHostSite) sent: TypedHostSite, @Asked() asking: Asking): Promise<void> {
    await this.act(asking, site, { site: sent }, async (now) => {
      await this.sites.change(asking.visitor, site, sent, now);
      return 'saved=yes';
    });
  }

  @Post(':site/key')
  @ForAdministrators()
  async renewKey(@PathParts(hostSitePath) { site }: SitePath, @Fields(nothingSent) _sent: object, @Asked() asking: Asking): Promise<void> {
    await this.act(asking, site, {}, async (now) => {
      await this.sites.renewKey(asking.visitor, site, now);
      return 'saved=yes';
    });
  }

  @Post(':site/articles')
  @ForAdministrators()
  async add(@PathParts(hostSitePath) { site }: SitePath, @Fields(sentArticle) sent: TypedArticle, @Asked() asking: Asking): Promise<void> {
    await this.act(asking, site, { article: sent }, async (now) => {
      await this.articles.add(asking.visitor, site, sent, now);
      return 'added=1&skipped=0';
    });
  }

  @Post(':site/feed')
  @ForAdministrators()
  async addFeed(@PathParts(hostSitePath) { site }: SitePath, @Fields(sentFeed) sent: z.infer<typeof sentFeed>, @Asked() asking: Asking): Promise<void> {
    await this.act(asking, site, { feed: sent }, async (now) => {
      const { added, skipped } = await this.articles.addFrom(asking.visitor, site, sent, now);
      return added === 0 ? `skipped=${skipped}` : `added=${added}&skipped=${skipped}`;
    });
  }

  private async act(asking: Asking, site: string, sent: Omit<Again, 'status' | 'errors'>, work: (now: Date) => Promise<string>): Promise<void> {
    let query: string;
    try {
      query = await work(this.clock.now());
    } catch (error) {
      return this.draw(asking, site, NOTHING_ASKED, { ...formProblem(error), ...sent });
    }
    await asking.reply.redirect(`/sites/${site}?${query}`, 303);
  }

  private async drawList({ visitor, request, reply }: Asking, written: TypedHostSite & { slug: string }, problem: ReturnType<typeof formProblem> | null): Promise<void> {
    const sites = await this.sites.all(visitor);
    await this.pages.send(reply, h(HostSitesPage, { ui: this.pages.ui(visitor, request), sites, written, errors: problem?.errors ?? null }), { status: problem?.status });
  }

  private async draw({ visitor, request, reply }: Asking, slug: string, { q, before, saved, added, skipped }: Query, again: Again | null): Promise<void> {
    const site = await this.sites.one(visitor, slug);
    const [articles, log] = await Promise.all([this.articles.page(visitor, slug, { before: before ?? null, q }), this.categories.log(visitor, site.category.id)]);
    const ui = this.pages.ui(visitor, request);
    const done = skipped !== undefined ? ui.t.hostSites.added(added ?? 0, skipped) : saved === undefined ? null : ui.t.account.saved;
    const errorsOf = (form: 'site' | 'article' | 'feed'): FormErrors | null => (again?.[form] === undefined ? null : again.errors);
    const page = h(HostSitePage, {
      ui, site, forum: this.config.publicUrl, articles, q, log, done,
      written: again?.site ?? typedHostSite(site),
      article: again?.article ?? { identifier: '', title: '', url: '', dated: '' },
      feed: again?.feed ?? { xml: '', naming: 'number' },
      errors: { site: errorsOf('site'), article: errorsOf('article'), feed: errorsOf('feed') },
    });
    await this.pages.send(reply, page, { status: again?.status });
  }
}
