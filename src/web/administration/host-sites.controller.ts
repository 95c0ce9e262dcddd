import { Controller, Get, Inject, Post } from '@nestjs/common';
import { h } from 'preact';
import type { z } from 'zod';
import type { FormErrors } from '../../../client/kit/form-errors.js';
import { HostSitePage } from '../../../client/administration/host-site-page.js';
import { HostSitesPage } from '../../../client/administration/host-sites-page.js';
import { CONFIG, type Config } from '../../config/config.js';
import { CategoryAdministration } from '../../administration/category-administration.js';
import { ArticleAdministration, type TypedArticle } from '../../administration/host-sites/article-administration.js';
import { HostSiteAdministration } from '../../administration/host-sites/host-site-administration.js';
import {
  NEW_HOST_SITE,
  type TypedHostSite,
  typedHostSite,
} from '../../administration/host-sites/host-site-settings.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import {
  hostSitePath,
  hostSiteQuery,
  nothingSent,
  sentArticle,
  sentFeed,
  sentHostSite,
  sentNewHostSite,
} from './host-site-fields.js';
import { Fields, PathParts, QueryParts } from '../kit/input.js';
import { ForAdministrators } from '../kit/marks.js';
import { orAgain } from '../kit/or-again.js';

type SitePath = z.infer<typeof hostSitePath>;
type Query = z.infer<typeof hostSiteQuery>;

/** A form that comes back with a problem. */
interface Again {
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
    private readonly sites: HostSiteAdministration,
    private readonly articles: ArticleAdministration,
    private readonly categories: CategoryAdministration,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @ForAdministrators()
  async list(@Asked() asking: Asking): Promise<Answer> {
    return this.drawList(asking, { ...typedHostSite(NEW_HOST_SITE), slug: '' }, null);
  }

  @Post()
  @ForAdministrators()
  async create(
    @Fields(sentNewHostSite) sent: z.infer<typeof sentNewHostSite>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return orAgain(
      async () => seeOther(`/sites/${await this.sites.create(asking.visitor, sent, asking.now)}?saved=yes`),
      (errors) => this.drawList(asking, sent, errors),
    );
  }

  @Get(':site')
  @ForAdministrators()
  async show(
    @PathParts(hostSitePath) { site }: SitePath,
    @QueryParts(hostSiteQuery) query: Query,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.draw(asking, site, query, null);
  }

  @Post(':site')
  @ForAdministrators()
  async change(
    @PathParts(hostSitePath) { site }: SitePath,
    @Fields(sentHostSite) sent: TypedHostSite,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.act(asking, site, { site: sent }, async (now) => {
      await this.sites.change(asking.visitor, site, sent, now);
      return 'saved=yes';
    });
  }

  @Post(':site/key')
  @ForAdministrators()
  async renewKey(
    @PathParts(hostSitePath) { site }: SitePath,
    @Fields(nothingSent) _sent: object,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.act(asking, site, {}, async (now) => {
      await this.sites.renewKey(asking.visitor, site, now);
      return 'saved=yes';
    });
  }

  @Post(':site/articles')
  @ForAdministrators()
  async add(
    @PathParts(hostSitePath) { site }: SitePath,
    @Fields(sentArticle) sent: TypedArticle,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.act(asking, site, { article: sent }, async (now) => {
      await this.articles.add(asking.visitor, site, sent, now);
      return 'added=1&skipped=0';
    });
  }

  @Post(':site/feed')
  @ForAdministrators()
  async addFeed(
    @PathParts(hostSitePath) { site }: SitePath,
    @Fields(sentFeed) sent: z.infer<typeof sentFeed>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.act(asking, site, { feed: sent }, async (now) => {
      const { added, skipped } = await this.articles.addFrom(asking.visitor, site, sent, now);
      return added === 0 ? `skipped=${skipped}` : `added=${added}&skipped=${skipped}`;
    });
  }

  private act(
    asking: Asking,
    site: string,
    sent: Omit<Again, 'errors'>,
    work: (now: Date) => Promise<string>,
  ): Promise<Answer> {
    return orAgain(
      async () => seeOther(`/sites/${site}?${await work(asking.now)}`),
      (errors) => this.draw(asking, site, NOTHING_ASKED, { errors, ...sent }),
    );
  }

  private async drawList(
    { visitor, ui }: Asking,
    written: TypedHostSite & { slug: string },
    errors: FormErrors | null,
  ): Promise<Answer> {
    return page(h(HostSitesPage, { ui, sites: await this.sites.all(visitor), written, errors }));
  }

  private async draw(
    { visitor, ui }: Asking,
    slug: string,
    { q, before, saved, added, skipped }: Query,
    again: Again | null,
  ): Promise<Answer> {
    const site = await this.sites.one(visitor, slug);
    const [articles, log] = await Promise.all([
      this.articles.page(visitor, slug, { before: before ?? null, q }),
      this.categories.log(visitor, site.category.id),
    ]);
    const done =
      skipped !== undefined
        ? ui.t.hostSites.added(added ?? 0, skipped)
        : saved === undefined
          ? null
          : ui.t.account.saved;
    const errorsOf = (form: 'site' | 'article' | 'feed'): FormErrors | null =>
      again?.[form] === undefined ? null : again.errors;
    return page(
      h(HostSitePage, {
        ui,
        site,
        forum: this.config.publicUrl,
        articles,
        q,
        log,
        done,
        written: again?.site ?? typedHostSite(site),
        article: again?.article ?? { identifier: '', title: '', url: '', dated: '' },
        feed: again?.feed ?? { xml: '', naming: 'number' },
        errors: { site: errorsOf('site'), article: errorsOf('article'), feed: errorsOf('feed') },
      }),
    );
  }
}
