import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader.js';
import { type CountedDate, countRequest, type Law } from '../deadlines/count.js';
import type { Day } from '../clock/day.js';
import type { Happened } from '../deadlines/step-kind.js';
import { type Holiday, readHolidays, readRules, type WrittenRule } from './law.js';

/** The law of France is what a forum begins with, and what is counted by where nobody says otherwise. */
export const FIRST_COUNTRY = 'FR';

/** What the law lets happen next, by the rules and the holidays as they stand now. */
@Injectable()
export class Deadlines {
  constructor(private readonly reader: Reader) {}

  rules(): Promise<WrittenRule[]> {
    return readRules(this.reader);
  }

  holidays(country: string): Promise<Holiday[]> {
    return readHolidays(this.reader, country);
  }

  /** The dates of one request, whose steps these are. */
  async of(steps: readonly Happened[], country: string, today: Day): Promise<CountedDate<WrittenRule>[]> {
    return countRequest(steps, await this.law(country), today);
  }

  /**
   * The rules and holidays by which dates are counted in a country. Whoever counts several requests reads them once.
   * `all` are the rules of all countries, if known.
   */
  async law(country: string, all?: readonly WrittenRule[]): Promise<Law<WrittenRule>> {
    const [rules, holidays] = await Promise.all([all ?? this.rules(), this.holidays(country)]);
    return {
      rules: rules.filter((rule) => rule.country === country),
      holidays: new Set(holidays.map(({ day }) => day)),
    };
  }
}
