import { Injectable } from '@nestjs/common';
import { readHolidays } from '../../cases/law.js';
import { Writer } from '../../database/writer.js';
import type { Day } from '../../clock/day.js';
import { NotFound } from '../../errors/errors.js';
import type { Identity, Visitor } from '../../visitors/visitor.js';
import { logAct } from '../administration-log.js';
import { administrator } from '../administrator.js';
import { changedFields, changedHolidays } from './changed-fields.js';
import { type LawChange, lawChange } from './law-change.js';
import { lockRules, storeHolidays, storeRule } from './law-rows.js';
import { mayStand } from './rules-together.js';
import { readTypedHolidays, type TypedHolidays } from './typed-holidays.js';
import { readRule, type TypedRule } from './typed-rule.js';

/** What comes with a change: which listing of it was seen, if any, and when. `today` is a day of the site. */
export interface Confirming {
  seen: string;
  today: Day;
  now: Date;
}

/** What was saved has the id of its rule, null for holidays; otherwise it is listed first. */
export type LawAnswer = { saved: true; id: number | null } | { saved: false; change: LawChange };

/** The rules and the holidays that dates are counted by: a change is listed first, and saved when it comes again. */
@Injectable()
export class DeadlineSettings {
  constructor(private readonly writer: Writer) {}

  /** `id` null adds a rule. @throws NotFound, Invalid */
  changeRule(visitor: Visitor, id: number | null, typed: TypedRule, confirming: Confirming): Promise<LawAnswer> {
    return this.change(visitor, confirming, async (tx) => {
      const rules = await lockRules(tx);
      const old = rules.find((each) => each.id === id) ?? null;
      if (id !== null && old === null) throw new NotFound();
      const next = String(Math.max(0, ...rules.map(({ number }) => number)) + 1);
      const rule = readRule({ ...typed, number: typed.number.trim() || next }, id ?? 0);
      const others = rules.filter((each) => each !== old);
      mayStand(rule, others);
      const holidays = await readHolidays(tx, rule.country);
      const [before, after] = [rules, [...others, rule]].map((all) => ({ rules: all, holidays }));
      return {
        id,
        change: lawChange({ before, after, country: rule.country, today: confirming.today }, changedFields(old, rule)),
        detail: { rule: rule.number },
        save: () => storeRule(tx, rule, id),
      };
    });
  }

  /** All holidays of one country, instead of those that it had. @throws Invalid */
  changeHolidays(visitor: Visitor, typed: TypedHolidays, confirming: Confirming): Promise<LawAnswer> {
    return this.change(visitor, confirming, async (tx) => {
      const rules = await lockRules(tx);
      const { country, holidays } = readTypedHolidays(typed);
      const known = await readHolidays(tx, country);
      const [before, after] = [known, holidays].map((days) => ({ rules, holidays: days }));
      return {
        id: null,
        change: lawChange({ before, after, country, today: confirming.today }, changedHolidays(known, holidays)),
        detail: { holidays: country },
        save: async () => {
          await storeHolidays(tx, country, holidays);
          return null;
        },
      };
    });
  }

  private change(
    visitor: Visitor,
    { seen, now }: Confirming,
    prepare: (tx: Parameters<typeof lockRules>[0]) => Promise<Prepared>,
  ): Promise<LawAnswer> {
    const by: Identity = administrator(visitor);
    return this.writer.transaction(async (tx) => {
      const { id, change, detail, save } = await prepare(tx);
      // Sent twice, it was saved the first time.
      if (change.fields.length === 0) return { saved: true, id };
      if (change.seen !== seen) return { saved: false, change };
      const stored = await save();
      await logAct(tx, by, { act: 'deadlines-changed', detail }, now);
      await tx.tell({ news: 'SiteChanged' });
      return { saved: true, id: stored };
    });
  }
}

interface Prepared {
  id: number | null;
  change: LawChange;
  detail: Record<string, unknown>;
  save: () => Promise<number | null>;
}
