import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { SiteWordsPage } from '../../../client/transparency/site-words-page.js';
import { NotFound } from '../../errors/errors.js';
import { render } from '../../markup/render.js';
import { CurrentSite } from '../../site/current-site.js';
import type { SiteWord } from '../../site/site.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { ForEveryone } from '../kit/marks.js';
import { AudiencePages } from '../kit/page-cache/audience-pages.js';

/** The words of the site. What nobody has written is no page. */
@Controller()
export class SiteWordsController {
  constructor(
    private readonly pages: AudiencePages,
    private readonly site: CurrentSite,
  ) {}

  @Get('charter')
  @ForEveryone()
  charter(@Asked() asking: Asking): Promise<Answer> {
    return this.show(asking, 'charter');
  }

  @Get('contact')
  @ForEveryone()
  contact(@Asked() asking: Asking): Promise<Answer> {
    return this.show(asking, 'contact');
  }

  @Get('legal')
  @ForEveryone()
  legal(@Asked() asking: Asking): Promise<Answer> {
    return this.show(asking, 'legal');
  }

  private show(asking: Asking, word: SiteWord): Promise<Answer> {
    return this.pages.for(asking, async (ui) => {
      const { [word]: source, language } = await this.site.get();
      if (source === '') throw new NotFound();
      return { page: h(SiteWordsPage, { ui, word, html: render(source, language) }), address: `/${word}`, tags: [] };
    });
  }
}
