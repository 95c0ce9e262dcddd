import { Injectable } from '@nestjs/common';
import type { Day } from '../clock/day.js';
import { countRequest } from '../deadlines/count.js';
import type { Audience } from '../threads/visible.js';
import { CaseSteps, type VisibleStep } from './case-steps.js';
import { Deadlines, FIRST_COUNTRY } from './deadlines.js';
import { type CountedRequest, happened, requestsOf } from './requests.js';
import type { VisibleCase } from './visible-case.js';

type Of = Pick<VisibleCase, 'thread' | 'country'>;

export interface DatedSteps {
  steps: readonly VisibleStep[];
  requests: readonly CountedRequest[];
}

/** The steps of cases, and the dates that the law gives for each of their requests. */
@Injectable()
export class CaseDates {
  constructor(
    private readonly steps: CaseSteps,
    private readonly deadlines: Deadlines,
  ) {}

  async of(audience: Audience, local: Of, today: Day): Promise<DatedSteps> {
    const [dated] = await this.ofAll(audience, [local], today);
    return dated ?? { steps: [], requests: [] };
  }

  /** Of several cases in their order, with as few queries as of one: the law is read once for each country. */
  async ofAll(audience: Audience, cases: readonly Of[], today: Day): Promise<DatedSteps[]> {
    const countries = [...new Set(cases.map(countryOf))];
    const [stepsOf, laws] = await Promise.all([
      this.steps.ofAll(
        audience,
        cases.map(({ thread }) => thread),
      ),
      Promise.all(countries.map((country) => this.deadlines.law(country))),
    ]);
    return cases.map((local) => {
      const steps = stepsOf.get(local.thread) ?? [];
      const law = laws[countries.indexOf(countryOf(local))] ?? { rules: [], holidays: new Set<Day>() };
      const requests = requestsOf(steps).map((request) => ({
        request,
        dates: countRequest(happened(request.steps), law, today),
      }));
      return { steps, requests };
    });
  }
}

function countryOf({ country }: Of): string {
  return country === '' ? FIRST_COUNTRY : country;
}
