import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import type { z } from 'zod';
import type { FormErrors } from '../../client/parts/form-errors.js';
import { HostArticlePage } from '../../client/pages/host-article-page.js';
import { Clock } from '../clock/clock.js';
import { ArticleAdministration, type TypedArticleChange } from '../desk/host-sites/article-administration.js';
import { HostSiteAdministration } from '../desk/host-sites/host-site-administration.js';
import { SectionMerge } from '../desk/host-sites/section-merge.js';
import { Asked, type Asking } from './asking.js';
import { type SavedQuery, savedQuery } from './category-fields.js';
import { formProblem } from './form-problem.js';
import { hostArticlePath, sentAlias, sentArticleChange, sentMerge } from './host-site-fields.js';
import { Fields, PathParts, QueryParts } from './input.js';
import { ForAdministrators } from './marks.js';
import { Pages } from './pages.js';

type ArticlePath = z.infer<typeof hostArticlePath>;

interface Again {
  status: number;
  errors: FormErrors;
  article?: TypedArticleChange;
  alias?: string;
  into?: string;
}

/** One article of a site elsewhere, as administrators change it. */
@Controller('sites/:site/articles/:id')
export class HostArticlesController {
  constructor(
    private readonly sites: HostSiteAdministration, private readonly articles: ArticleAdministration, private readonly sections: SectionMerge,
    private readonly pages: Pages, private readonly clock: Clock,
  ) {}

  @Get()
  @ForAdministrators()
  async show(@PathParts(hostArticlePath) path: ArticlePath, @QueryParts(savedQuery) { saved }: SavedQuery, @Asked() asking: Asking): Promise<void> {
    await this.draw(asking, path, saved !== undefined, null);
  }

  @Post()
  @ForAdministrators()
  async change(@PathParts(hostArticlePath) path: ArticlePath, @Fields(sentArticleChange) sent: TypedArticleChange, @Asked() asking: Asking): Promise<void> {
    await this.act(asking, path, { article: sent }, async (now) => {
      await this.articles.change(asking.visitor, path.site, path.id, sent, now);
      return path.id;
    });
  }

  @Post('aliases')
  @ForAdministrators()
  async addAlias(@PathParts(hostArticlePath) path: ArticlePath, @Fields(sentAlias) { alias }: z.infer<typeof sentAlias>, @Asked() asking: Asking): Promise<void> {
    await this.act(asking, path, { alias }, async (now) => {
      await this.articles.addAlias(asking.visitor, path.site, path.id, alias, now);
      return path.id;
    });
  }

  @Post('merge')
  @ForAdministrators()
  async merge(@PathParts(hostArticlePath) path: ArticlePath, @Fields(sentMerge) { into }: z.infer<typeof sentMerge>, @Asked() asking: Asking): Promise<void> {
    await this.act(asking, path, { into }, (now) => this.sections.merge(asking.visitor, path.site, path.id, into, now));
  }

  /** Leads to the article whose id the work answers. */
  private async act(asking: Asking, path: ArticlePath, sent: Omit<Again, 'status' | 'errors'>, work: (now: Date) => Promise<number>): Promise<void> {
    let id: number;
    try {
      id = await work(this.clock.now());
    } catch (error) {
      return this.draw(asking, path, false, { ...formProblem(error), ...sent });
    }
    await asking.reply.redirect(`/sites/${path.site}/articles/${id}?saved=yes`, 303);
  }

  private async draw({ visitor, request, reply }: Asking, { site: slug, id }: ArticlePath, saved: boolean, again: Again | null): Promise<void> {
    const site = await this.sites.one(visitor, slug);
    const article = await this.articles.one(visitor, slug, id);
    const { title, url, dated, policy, removed } = article;
    const errorsOf = (form: 'article' | 'alias' | 'into'): FormErrors | null => (again?.[form] === undefined ? null : again.errors);
    const page = h(HostArticlePage, {
      ui: this.pages.ui(visitor, request), site, article, saved, alias: again?.alias ?? '', into: again?.into ?? '',
      written: again?.article ?? { title, url, dated, policy: policy ?? '', removed: removed ? 'yes' : '' },
      errors: { article: errorsOf('article'), alias: errorsOf('alias'), into: errorsOf('into') },
    });
    await this.pages.send(reply, page, { status: again?.status });
  }
}
