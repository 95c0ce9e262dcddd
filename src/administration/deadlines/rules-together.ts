import type { WrittenRule } from '../../cases/law.js';
import { orderOf } from '../../deadlines/order.js';
import { rulesBefore } from '../../deadlines/rule.js';
import { Invalid } from '../../errors/errors.js';

/** Whether a rule fits among the others, once it is one of them. @throws Invalid */
export function mayStand(rule: WrittenRule, others: readonly WrittenRule[]): void {
  const all = [...others, rule];
  if (rulesBefore(rule).some((number) => !all.some((each) => each.number === number && each.country === rule.country)))
    throw new Invalid({ after: 'rule-unknown' });
  if (orderOf(all) === null) throw new Invalid({ after: 'rule-circle' });
  const versions = others.filter(({ number }) => number === rule.number);
  if (versions.some(({ country, binds }) => country !== rule.country || binds !== rule.binds))
    throw new Invalid({ number: 'rule-versions' });
  if (versions.some((version) => overlap(version, rule))) throw new Invalid({ from: 'rule-overlaps' });
}

/** Two versions of a rule cannot both hold on one day. */
function overlap(one: WrittenRule, other: WrittenRule): boolean {
  const isBefore = (a: WrittenRule, b: WrittenRule): boolean =>
    a.until !== null && b.from !== null && a.until < b.from;
  return !isBefore(one, other) && !isBefore(other, one);
}
