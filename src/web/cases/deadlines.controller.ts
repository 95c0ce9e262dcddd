import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import type { z } from 'zod';
import { DeadlinesPage } from '../../../client/cases/deadlines-page.js';
import type { LawEditing } from '../../../client/cases/law-forms.js';
import { DeadlineSettings, type LawAnswer } from '../../administration/deadlines/deadline-settings.js';
import { typedHolidays } from '../../administration/deadlines/typed-holidays.js';
import { typedRule } from '../../administration/deadlines/typed-rule.js';
import { Deadlines, FIRST_COUNTRY } from '../../cases/deadlines.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts, QueryParts } from '../kit/input.js';
import { ForAdministrators, ForEveryone } from '../kit/marks.js';
import { orAgain } from '../kit/or-again.js';
import { AudiencePages } from '../kit/page-cache/audience-pages.js';
import {
  type LawQuery,
  lawQuery,
  NEW_RULE,
  rulePath,
  sentHolidays,
  type SentHolidays,
  type SentRule,
  sentRule,
} from './law-fields.js';

/** What is typed again, what is wrong with it, what it would change. */
type Back = Partial<Pick<LawEditing, 'of' | 'errors' | 'change' | 'saved'>> & {
  rule?: SentRule;
  holidays?: SentHolidays;
  country?: string | undefined;
};

/** The rules that dates are counted by: for everyone to read, for administrators to change. */
@Controller('deadlines')
export class DeadlinesController {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly settings: DeadlineSettings,
    private readonly pages: AudiencePages,
  ) {}

  @Get()
  @ForEveryone()
  async show(@QueryParts(lawQuery) { country, saved }: LawQuery, @Asked() asking: Asking): Promise<Answer> {
    if (asking.visitor.isAdministrator) return this.draw(asking, { country, saved: saved !== undefined });
    return this.pages.for(asking, async (ui) => ({
      page: h(DeadlinesPage, { ui, ...(await this.law(country)), editing: null }),
      address: country === undefined ? '/deadlines' : `/deadlines?country=${country}`,
      tags: [],
    }));
  }

  @Post()
  @ForAdministrators()
  add(@Fields(sentRule) rule: SentRule, @Asked() asking: Asking): Promise<Answer> {
    return this.afterwards(asking, { of: 'new', rule }, () =>
      this.settings.changeRule(asking.visitor, null, rule, confirming(asking, rule)),
    );
  }

  @Post('holidays')
  @ForAdministrators()
  replaceHolidays(@Fields(sentHolidays) holidays: SentHolidays, @Asked() asking: Asking): Promise<Answer> {
    return this.afterwards(asking, { of: 'holidays', holidays }, () =>
      this.settings.changeHolidays(asking.visitor, holidays, confirming(asking, holidays)),
    );
  }

  @Post(':id')
  @ForAdministrators()
  change(
    @PathParts(rulePath) { id }: z.infer<typeof rulePath>,
    @Fields(sentRule) rule: SentRule,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.afterwards(asking, { of: Number(id), rule }, () =>
      this.settings.changeRule(asking.visitor, Number(id), rule, confirming(asking, rule)),
    );
  }

  private afterwards(asking: Asking, back: Back, work: () => Promise<LawAnswer>): Promise<Answer> {
    return orAgain(
      async () => {
        const answer = await work();
        if (!answer.saved) return this.draw(asking, { ...back, change: answer.change });
        return seeOther(`/deadlines?saved=yes#${answer.id === null ? 'holidays' : `rule-${answer.id}`}`);
      },
      (errors) => this.draw(asking, { ...back, errors }),
    );
  }

  private async draw({ ui }: Asking, { rule, holidays, ...back }: Back): Promise<Answer> {
    const country = back.country ?? FIRST_COUNTRY;
    const law = await this.law(country);
    const typed = new Map<number | 'new', ReturnType<typeof typedRule>>(
      law.rules.map((each) => [each.id, typedRule(each)]),
    ).set('new', NEW_RULE);
    if (rule !== undefined && back.of !== 'holidays' && back.of != null) typed.set(back.of, rule);
    const editing: LawEditing = {
      typed,
      typedHolidays: holidays ?? { country, days: typedHolidays(law.holidays) },
      of: back.of ?? null,
      errors: back.errors ?? null,
      change: back.change ?? null,
      saved: back.saved ?? false,
    };
    return page(h(DeadlinesPage, { ui, ...law, editing }));
  }

  private async law(country: string = FIRST_COUNTRY) {
    const [rules, holidays] = await Promise.all([this.deadlines.rules(), this.deadlines.holidays(country)]);
    return { rules, holidays };
  }
}

function confirming({ ui, now }: Asking, { seen }: { seen: string }) {
  return { seen, today: ui.dates.today, now };
}
