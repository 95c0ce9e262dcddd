import type { WrittenRule } from '../../src/cases/law.js';
import type { Ui } from '../kit/ui.js';
import { checkedWords, eventWords, periodOf } from './rule-words.js';

/** Every rule with all that is known of it; a version that no longer holds is among them. */
export function RuleList({ ui, rules }: { ui: Ui; rules: readonly WrittenRule[] }) {
  return (
    <ol class="rule-list">
      {rules.map((rule) => (
        <li id={`rule-${rule.id}`}>
          <OneRule ui={ui} rule={rule} rules={rules} />
        </li>
      ))}
    </ol>
  );
}

function OneRule({ ui, rule, rules }: { ui: Ui; rule: WrittenRule; rules: readonly WrittenRule[] }) {
  const { deadlines } = ui.t;
  const period = periodOf(ui, rule);
  const held = heldWords(ui, rule);
  const facts: [string, string][] = [
    [period === '' ? deadlines.saidWith : deadlines.begins, beginnings(ui, rule, rules, period === '')],
    [
      deadlines.period,
      period === '' ? deadlines.remark : period + (rule.weekday ? ` (${deadlines.toWorkingDay})` : ''),
    ],
    ...(period === '' ? [] : [[deadlines.bindsWhom, deadlines.bindsWords[rule.binds]] as [string, string]]),
    ...(held === '' ? [] : [[deadlines.held, held] as [string, string]]),
    [deadlines.sourceLabel, rule.source[ui.language]],
    [deadlines.checkedLabel, checkedWords(ui, rule)],
  ];
  return (
    <>
      <h3>{rule.words[ui.language]}</h3>
      <p>{rule.about[ui.language]}</p>
      <dl class="facts ui">
        {facts.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
    </>
  );
}

function beginnings(ui: Ui, rule: WrittenRule, rules: readonly WrittenRule[], isRemark: boolean): string {
  const words = rule.after.map((event) => {
    const named = rules.find(({ number }) => event === `rule:${number}`);
    return isRemark && named !== undefined ? named.words[ui.language] : eventWords(ui, event, rules);
  });
  return new Intl.ListFormat(ui.language, { type: isRemark ? 'conjunction' : 'disjunction' }).format(words);
}

function heldWords(ui: Ui, { from, until }: WrittenRule): string {
  const { deadlines } = ui.t;
  if (from !== null && until !== null) return deadlines.heldBetween(ui.dates.day(from), ui.dates.day(until));
  if (from !== null) return deadlines.heldFrom(ui.dates.day(from));
  return until === null ? '' : deadlines.heldUntil(ui.dates.day(until));
}
