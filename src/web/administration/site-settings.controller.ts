import { Body, Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { SiteSettingsPage } from '../../../client/administration/site-settings-page.js';
import type { FormErrors } from '../../../client/kit/form-errors.js';
import { SiteSettings } from '../../administration/site-settings.js';
import { CurrentSite } from '../../site/current-site.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { parseFields, QueryParts } from '../kit/input.js';
import { ForAdministrators } from '../kit/marks.js';
import { orTypedAgain } from '../kit/or-again.js';
import { savedQuery, type SavedQuery } from './category-fields.js';
import { siteFields } from './set-up-fields.js';

@Controller('site')
export class SiteSettingsController {
  constructor(
    private readonly settings: SiteSettings,
    private readonly site: CurrentSite,
  ) {}

  @Get()
  @ForAdministrators()
  show(@QueryParts(savedQuery) { saved }: SavedQuery, @Asked() asking: Asking): Promise<Answer> {
    return this.draw(asking, {}, null, saved !== undefined);
  }

  @Post()
  @ForAdministrators()
  change(@Body() body: unknown, @Asked() asking: Asking): Promise<Answer> {
    const { visitor, now } = asking;
    return orTypedAgain(
      async () => {
        await this.settings.change(visitor, parseFields(siteFields, body), now);
        this.site.forget();
        return seeOther('/site?saved=yes');
      },
      async (errors) => {
        const typed = Object.entries(Object(body ?? {}) as object).filter(([, value]) => typeof value === 'string');
        return this.draw(asking, Object.fromEntries(typed), errors, false);
      },
    );
  }

  private async draw(
    { visitor, ui }: Asking,
    typed: object,
    errors: FormErrors | null,
    saved: boolean,
  ): Promise<Answer> {
    const [kept, steps] = await Promise.all([this.settings.of(visitor), this.settings.steps(visitor)]);
    return page(h(SiteSettingsPage, { ui, written: { ...kept, ...typed }, steps, errors, saved }));
  }
}
