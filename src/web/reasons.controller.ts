import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { ReasonsPage, type ReasonsPageProps } from '../../client/pages/reasons-page.js';
import { Clock } from '../clock/clock.js';
import { ReasonList } from '../desk/administration/reason-list.js';
import { CurrentSite } from '../site/current-site.js';
import { Asked, type Asking } from './asking.js';
import { savedQuery, type SavedQuery } from './category-fields.js';
import { formProblem } from './form-problem.js';
import { Fields, PathParts, QueryParts } from './input.js';
import { ForAdministrators } from './marks.js';
import { Pages } from './pages.js';

const typed = z.string().default('');
const fields = { fr: typed, en: typed, aboutFr: typed, aboutEn: typed, bodyFr: typed, bodyEn: typed, position: typed, active: typed };
const sentReason = z.strictObject(fields);
const sentNewReason = z.strictObject({ code: typed, ...fields });
const reasonPath = z.object({ code: z.string().regex(/^[a-z0-9-]{1,40}$/) });

/** The list of reasons: added, changed, switched off; for administrators. */
@Controller('reasons')
export class ReasonsController {
  constructor(
    private readonly list: ReasonList, private readonly site: CurrentSite, private readonly pages: Pages, private readonly clock: Clock,
  ) {}

  @Get()
  @ForAdministrators()
  async show(@QueryParts(savedQuery) { saved }: SavedQuery, @Asked() asking: Asking): Promise<void> {
    await this.draw(asking, { written: null, errors: null, saved: saved !== undefined });
  }

  @Post()
  @ForAdministrators()
  async create(@Fields(sentNewReason) sent: z.infer<typeof sentNewReason>, @Asked() asking: Asking): Promise<void> {
    await this.afterwards(asking, { of: null, ...sent }, () => this.list.add(asking.visitor, sent, this.clock.now()));
  }

  @Post(':code')
  @ForAdministrators()
  async change(
    @PathParts(reasonPath) { code }: z.infer<typeof reasonPath>, @Fields(sentReason) sent: z.infer<typeof sentReason>, @Asked() asking: Asking,
  ): Promise<void> {
    await this.afterwards(asking, { of: code, code, ...sent }, () => this.list.replace(asking.visitor, code, sent, this.clock.now()));
  }

  private async afterwards(asking: Asking, written: NonNullable<ReasonsPageProps['written']>, work: () => Promise<string>): Promise<void> {
    try {
      const code = await work();
      // Whoever has changed it is shown it before the news of it is back.
      this.site.forget();
      await asking.reply.redirect(`/reasons?saved=yes#reason-${code}`, 303);
    } catch (error) {
      const { status, errors } = formProblem(error);
      await this.draw(asking, { written, errors, saved: false }, status);
    }
  }

  private async draw({ visitor, request, reply }: Asking, props: Omit<ReasonsPageProps, 'ui' | 'reasons'>, status?: number): Promise<void> {
    const reasons = await this.list.all();
    await this.pages.send(reply, h(ReasonsPage, { ui: this.pages.ui(visitor, request), reasons, ...props }), { status });
  }
}
