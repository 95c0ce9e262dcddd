import { type Rule, rulesBefore } from './rule.js';

/**
 * The numbers of the rules, each after those that it begins after; null where they form a circle. Versions of one rule
 * count as one.
 */
export function orderOf(rules: readonly Pick<Rule, 'number' | 'after'>[]): number[] | null {
  const before = new Map<number, Set<number>>();
  for (const rule of rules) {
    const known = before.get(rule.number) ?? [];
    before.set(rule.number, new Set([...known, ...rulesBefore(rule)]));
  }
  const order = new Set<number>();
  while (order.size < before.size) {
    const ready = [...before].filter(([number, needs]) => !order.has(number) && isReady(needs));
    if (ready.length === 0) return null;
    order.add(Math.min(...ready.map(([number]) => number)));
  }
  return [...order];

  /** Whether all that it needs comes before it. A rule that does not exist is not waited for. */
  function isReady(needs: Set<number>): boolean {
    return [...needs].every((number) => order.has(number) || !before.has(number));
  }
}
