import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import type { z } from 'zod';
import type { FormErrors } from '../../../client/kit/form-errors.js';
import { HostArticlePage } from '../../../client/administration/host-article-page.js';
import {
  ArticleAdministration,
  type TypedArticleChange,
} from '../../administration/host-sites/article-administration.js';
import { HostSiteAdministration } from '../../administration/host-sites/host-site-administration.js';
import { SectionMerge } from '../../administration/host-sites/section-merge.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { type SavedQuery, savedQuery } from './category-fields.js';
import { hostArticlePath, sentAlias, sentArticleChange, sentMerge } from './host-site-fields.js';
import { Fields, PathParts, QueryParts } from '../kit/input.js';
import { ForAdministrators } from '../kit/marks.js';
import { orAgain } from '../kit/or-again.js';

type ArticlePath = z.infer<typeof hostArticlePath>;

interface Again {
  errors: FormErrors;
  article?: TypedArticleChange;
  alias?: string;
  into?: string;
}

/** One article of a site elsewhere, as administrators change it. */
@Controller('sites/:site/articles/:id')
export class HostArticlesController {
  constructor(
    private readonly sites: HostSiteAdministration,
    private readonly articles: ArticleAdministration,
    private readonly sections: SectionMerge,
  ) {}

  @Get()
  @ForAdministrators()
  async show(
    @PathParts(hostArticlePath) path: ArticlePath,
    @QueryParts(savedQuery) { saved }: SavedQuery,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.draw(asking, path, saved !== undefined, null);
  }

  @Post()
  @ForAdministrators()
  async change(
    @PathParts(hostArticlePath) path: ArticlePath,
    @Fields(sentArticleChange) sent: TypedArticleChange,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.act(asking, path, { article: sent }, async (now) => {
      await this.articles.change(asking.visitor, path.site, path.id, sent, now);
      return path.id;
    });
  }

  @Post('aliases')
  @ForAdministrators()
  async addAlias(
    @PathParts(hostArticlePath) path: ArticlePath,
    @Fields(sentAlias) { alias }: z.infer<typeof sentAlias>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.act(asking, path, { alias }, async (now) => {
      await this.articles.addAlias(asking.visitor, path.site, path.id, alias, now);
      return path.id;
    });
  }

  @Post('merge')
  @ForAdministrators()
  async merge(
    @PathParts(hostArticlePath) path: ArticlePath,
    @Fields(sentMerge) { into }: z.infer<typeof sentMerge>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.act(asking, path, { into }, (now) =>
      this.sections.merge(asking.visitor, path.site, path.id, into, now),
    );
  }

  /** Leads to the article whose id the work answers. */
  private act(
    asking: Asking,
    path: ArticlePath,
    sent: Omit<Again, 'errors'>,
    work: (now: Date) => Promise<number>,
  ): Promise<Answer> {
    return orAgain(
      async () => seeOther(`/sites/${path.site}/articles/${await work(asking.now)}?saved=yes`),
      (errors) => this.draw(asking, path, false, { errors, ...sent }),
    );
  }

  private async draw(
    { visitor, ui }: Asking,
    { site: slug, id }: ArticlePath,
    saved: boolean,
    again: Again | null,
  ): Promise<Answer> {
    const site = await this.sites.one(visitor, slug);
    const article = await this.articles.one(visitor, slug, id);
    const { title, url, dated, policy, removed } = article;
    const errorsOf = (form: 'article' | 'alias' | 'into'): FormErrors | null =>
      again?.[form] === undefined ? null : again.errors;
    return page(
      h(HostArticlePage, {
        ui,
        site,
        article,
        saved,
        alias: again?.alias ?? '',
        into: again?.into ?? '',
        written: again?.article ?? { title, url, dated, policy: policy ?? '', removed: removed ? 'yes' : '' },
        errors: { article: errorsOf('article'), alias: errorsOf('alias'), into: errorsOf('into') },
      }),
    );
  }
}
