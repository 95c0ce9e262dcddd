import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { NumbersPage } from '../../../client/cases/numbers-page.js';
import { CaseNumbers } from '../../cases/case-numbers.js';
import { numbersCsv } from '../../cases/case-files.js';
import { type Answer, bytes } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { ForEveryone } from '../kit/marks.js';
import { AudiencePages } from '../kit/page-cache/audience-pages.js';
import { tagOf } from '../kit/page-cache/tags.js';

/** What is counted of all cases. */
@Controller('cases')
export class CaseNumbersController {
  constructor(
    private readonly numbers: CaseNumbers,
    private readonly pages: AudiencePages,
  ) {}

  @Get('numbers')
  @ForEveryone()
  show(@Asked() asking: Asking): Promise<Answer> {
    return this.pages.for(asking, async (ui) => ({
      page: h(NumbersPage, { ui, numbers: await this.numbers.of(asking.visitor.audience, ui.dates.today) }),
      address: '/cases/numbers',
      tags: [tagOf.cases],
    }));
  }

  @Get('numbers.csv')
  @ForEveryone()
  async csv(@Asked() { visitor, ui }: Asking): Promise<Answer> {
    const body = numbersCsv(await this.numbers.of(visitor.audience, ui.dates.today));
    return bytes('text/csv; charset=utf-8', body, {
      headers: { 'content-disposition': 'attachment; filename="numbers.csv"' },
    });
  }
}
