import { type Holiday, MOST_RULES, readRules, type WrittenRule } from '../../cases/law.js';
import { DeadlineRuleEntity } from '../../cases/deadline-rule.entity.js';
import type { Transaction } from '../../database/transaction.js';
import { Invalid } from '../../errors/errors.js';

/** Two administrators change the law one after the other, or a circle could come of two halves. */
export async function lockRules(tx: Transaction): Promise<WrittenRule[]> {
  await tx.query('lock table deadline_rule in share row exclusive mode');
  return readRules(tx);
}

/** Answers the id of the row. @throws Invalid when there are as many as there may be */
export async function storeRule(tx: Transaction, rule: WrittenRule, id: number | null): Promise<number> {
  const row = {
    number: rule.number,
    country: rule.country,
    after: [...rule.after],
    endedBy: [...rule.endedBy],
    months: rule.months,
    days: rule.days,
    binds: rule.binds,
    counting: rule.counting,
    weekday: rule.weekday,
    wordsFr: rule.words.fr,
    wordsEn: rule.words.en,
    aboutFr: rule.about.fr,
    aboutEn: rule.about.en,
    sourceFr: rule.source.fr,
    sourceEn: rule.source.en,
    heldFrom: rule.from,
    heldUntil: rule.until,
    checkedOn: rule.checked?.on ?? null,
    checkedBy: rule.checked?.by ?? null,
  };
  const rules = tx.repository(DeadlineRuleEntity);
  if (id !== null) {
    await rules.update({ id }, row);
    return id;
  }
  if ((await rules.count()) >= MOST_RULES) throw new Invalid({ number: 'too-many-lines' }, { max: MOST_RULES });
  const { identifiers } = await rules.insert(row);
  return (identifiers[0] as { id: number }).id;
}

export async function storeHolidays(tx: Transaction, country: string, holidays: readonly Holiday[]): Promise<void> {
  await tx.query('delete from holiday where country = $1', [country]);
  await tx.query(
    `insert into holiday (country, day, fr, en)
     select $1, day, fr, en from jsonb_to_recordset($2::jsonb) as h (day date, fr text, en text)`,
    [country, JSON.stringify(holidays)],
  );
}
