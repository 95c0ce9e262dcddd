import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { DemoArticlePage } from '../../client/pages/demo-article-page.js';
import { sectionAddress } from '../../client/parts/address.js';
import { Articles } from '../articles/articles.js';
import { NotFound } from '../errors/errors.js';
import { Asked, type Asking } from './asking.js';
import { ForEveryone } from './marks.js';
import { Pages } from './pages.js';

/** The site and the article that the demonstration makes known. */
const SECTION = { site: 'demo', identifier: '331' };

/** In a demonstration, an article as it would stand on another site. */
@Controller('demo/article')
export class DemoArticleController {
  constructor(private readonly articles: Articles, private readonly pages: Pages) {}

  @Get()
  @ForEveryone()
  async show(@Asked() { visitor, request, reply }: Asking): Promise<void> {
    const ui = this.pages.ui(visitor, request);
    const section = ui.site.demonstration ? await this.articles.section('everyone', SECTION.site, SECTION.identifier) : null;
    if (section?.article == null) throw new NotFound();
    await this.pages.send(reply, h(DemoArticlePage, { ui, ...SECTION, section: sectionAddress(SECTION) }));
  }
}
