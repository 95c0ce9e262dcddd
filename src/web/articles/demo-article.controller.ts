import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { DemoArticlePage } from '../../../client/articles/demo-article-page.js';
import { sectionAddress } from '../../../client/kit/address.js';
import { Articles } from '../../articles/articles.js';
import { NotFound } from '../../errors/errors.js';
import { type Answer, page } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { ForEveryone } from '../kit/marks.js';

/** The site and the article that the demonstration makes known. */
const SECTION = { site: 'demo', identifier: '331' };

/** In a demonstration, an article as it would stand on another site. */
@Controller('demo/article')
export class DemoArticleController {
  constructor(private readonly articles: Articles) {}

  @Get()
  @ForEveryone()
  async show(@Asked() { ui }: Asking): Promise<Answer> {
    const section = ui.site.demonstration
      ? await this.articles.section('everyone', SECTION.site, SECTION.identifier)
      : null;
    if (section?.article == null) throw new NotFound();
    return page(h(DemoArticlePage, { ui, ...SECTION, section: sectionAddress(SECTION) }));
  }
}
