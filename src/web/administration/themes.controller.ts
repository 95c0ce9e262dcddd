import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { ThemesPage, type ThemesPageProps } from '../../../client/administration/themes-page.js';
import { ThemeList } from '../../administration/theme-list.js';
import { CurrentSite } from '../../site/current-site.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { savedQuery, type SavedQuery } from './category-fields.js';
import { Fields, PathParts, QueryParts } from '../kit/input.js';
import { ForAdministrators } from '../kit/marks.js';
import { orAgain } from '../kit/or-again.js';

const typed = z.string().default('');
const fields = { fr: typed, en: typed, position: typed, active: typed };
const sentTheme = z.strictObject(fields);
const sentNewTheme = z.strictObject({ code: typed, ...fields });
const themePath = z.object({ code: z.string().regex(/^[a-z0-9-]{1,40}$/) });

/** The list of themes: added, changed, switched off; for administrators. */
@Controller('themes')
export class ThemesController {
  constructor(
    private readonly list: ThemeList,
    private readonly site: CurrentSite,
  ) {}

  @Get()
  @ForAdministrators()
  async show(@QueryParts(savedQuery) { saved }: SavedQuery, @Asked() asking: Asking): Promise<Answer> {
    return this.draw(asking, { written: null, errors: null, saved: saved !== undefined });
  }

  @Post()
  @ForAdministrators()
  async create(@Fields(sentNewTheme) sent: z.infer<typeof sentNewTheme>, @Asked() asking: Asking): Promise<Answer> {
    return this.afterwards(asking, { of: null, ...sent }, () => this.list.add(asking.visitor, sent, asking.now));
  }

  @Post(':code')
  @ForAdministrators()
  async change(
    @PathParts(themePath) { code }: z.infer<typeof themePath>,
    @Fields(sentTheme) sent: z.infer<typeof sentTheme>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.afterwards(asking, { of: code, code, ...sent }, () =>
      this.list.replace(asking.visitor, code, sent, asking.now),
    );
  }

  private afterwards(
    asking: Asking,
    written: NonNullable<ThemesPageProps['written']>,
    work: () => Promise<string>,
  ): Promise<Answer> {
    return orAgain(
      async () => {
        const code = await work();
        // The administrator sees the changed list before the news of the change comes back.
        this.site.forget();
        return seeOther(`/themes?saved=yes#theme-${code}`);
      },
      (errors) => this.draw(asking, { written, errors, saved: false }),
    );
  }

  private async draw({ ui }: Asking, props: Omit<ThemesPageProps, 'ui' | 'themes'>): Promise<Answer> {
    return page(h(ThemesPage, { ui, themes: await this.list.all(), ...props }));
  }
}
