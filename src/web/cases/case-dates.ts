import { Injectable } from '@nestjs/common';
import type { CountedRequest } from '../../../client/cases/case-clock.js';
import { CaseSteps, type VisibleStep } from '../../cases/case-steps.js';
import { Deadlines, FIRST_COUNTRY } from '../../cases/deadlines.js';
import { happened, requestsOf } from '../../cases/requests.js';
import type { VisibleCase } from '../../cases/visible-case.js';
import type { Day } from '../../clock/day.js';
import type { Audience } from '../../threads/visible.js';

/** The steps of a case, and the dates that the law gives for each of its requests. */
@Injectable()
export class CaseDates {
  constructor(
    private readonly steps: CaseSteps,
    private readonly deadlines: Deadlines,
  ) {}

  async of(
    audience: Audience,
    { thread, country }: Pick<VisibleCase, 'thread' | 'country'>,
    today: Day,
  ): Promise<{ steps: VisibleStep[]; requests: CountedRequest[] }> {
    const steps = await this.steps.of(audience, thread);
    const requests = await Promise.all(
      requestsOf(steps).map(async (request) => ({
        request,
        dates: await this.deadlines.of(happened(request.steps), country === '' ? FIRST_COUNTRY : country, today),
      })),
    );
    return { steps, requests };
  }
}
