import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { ReasonsPage, type ReasonsPageProps } from '../../../client/administration/reasons-page.js';
import { ReasonList } from '../../administration/reason-list.js';
import { CurrentSite } from '../../site/current-site.js';
import type { Language } from '../../visitors/visitor.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { savedQuery, type SavedQuery } from './category-fields.js';
import { Fields, PathParts, QueryParts } from '../kit/input.js';
import { ForAdministrators } from '../kit/marks.js';
import { orAgain } from '../kit/or-again.js';

const typed = z.string().default('');
const fields = {
  fr: typed,
  en: typed,
  aboutFr: typed,
  aboutEn: typed,
  bodyFr: typed,
  bodyEn: typed,
  position: typed,
  active: typed,
};
const sentReason = z.strictObject(fields);
const sentNewReason = z.strictObject({ code: typed, ...fields });
const reasonPath = z.object({ code: z.string().regex(/^[a-z0-9-]{1,40}$/) });

/** The list of reasons: added, changed, switched off; for administrators. */
@Controller('reasons')
export class ReasonsController {
  constructor(
    private readonly list: ReasonList,
    private readonly site: CurrentSite,
  ) {}

  @Get()
  @ForAdministrators()
  async show(@QueryParts(savedQuery) { saved }: SavedQuery, @Asked() asking: Asking): Promise<Answer> {
    return this.draw(asking, { written: null, errors: null, saved: saved !== undefined });
  }

  @Post()
  @ForAdministrators()
  async create(@Fields(sentNewReason) sent: z.infer<typeof sentNewReason>, @Asked() asking: Asking): Promise<Answer> {
    return this.afterwards(asking, { of: null, ...sent }, () => this.list.add(asking.visitor, sent, momentOf(asking)));
  }

  @Post(':code')
  @ForAdministrators()
  async change(
    @PathParts(reasonPath) { code }: z.infer<typeof reasonPath>,
    @Fields(sentReason) sent: z.infer<typeof sentReason>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.afterwards(asking, { of: code, code, ...sent }, () =>
      this.list.replace(asking.visitor, code, sent, momentOf(asking)),
    );
  }

  private afterwards(
    asking: Asking,
    written: NonNullable<ReasonsPageProps['written']>,
    work: () => Promise<string>,
  ): Promise<Answer> {
    return orAgain(
      async () => {
        const code = await work();
        // The administrator sees the changed list before the news of the change comes back.
        this.site.forget();
        return seeOther(`/reasons?saved=yes#reason-${code}`);
      },
      (errors) => this.draw(asking, { written, errors, saved: false }),
    );
  }

  private async draw(
    { ui, writtenIn: own }: Asking,
    props: Omit<ReasonsPageProps, 'ui' | 'own' | 'reasons'>,
  ): Promise<Answer> {
    return page(h(ReasonsPage, { ui, own, reasons: await this.list.all(), ...props }));
  }
}

/** The language is the forum's own: the words of a reason are needed in that one alone. */
function momentOf({ now, writtenIn: language }: Asking): { now: Date; language: Language } {
  return { now, language };
}
