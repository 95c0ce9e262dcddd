import type { WrittenRule } from '../../src/cases/law.js';
import type { CountedDate } from '../../src/deadlines/count.js';
import type { Ui } from '../kit/ui.js';

type Start = CountedDate<WrittenRule>['start'];

/** « deux mois, premier jour compris »; empty for a remark. */
export function periodOf(ui: Ui, { months, days, counting }: WrittenRule): string {
  const { deadlines } = ui.t;
  const [long, short] = [months === null ? '' : deadlines.months(months), days === null ? '' : deadlines.days(days)];
  if (long === '' && short === '') return '';
  const both = long !== '' && short !== '' ? deadlines.together(long, short) : long + short;
  return both + (deadlines.countings[counting] ?? '');
}

/** « reçue le 14 août 2026 »; where the day is not known, also the day that is counted from. */
export function beginningOf(ui: Ui, { of, day }: Start): string {
  const { deadlines } = ui.t;
  if ('rule' in of) return deadlines.begunOtherwise(of.rule.words[ui.language], onDay(ui, day));
  const say = deadlines.begun[of.outcome === null ? of.kind : `${of.kind}:${of.outcome}`] ?? deadlines.begun[of.kind];
  const words = onDay(ui, of.dated);
  const begun = say?.(words) ?? deadlines.begunOtherwise(deadlines.kinds[of.kind], words);
  return of.dated === day ? begun : begun + deadlines.countedFrom(ui.dates.day(day));
}

/** « le 14 août 2026 », « en août 2026 », « en 2026 ». */
function onDay(ui: Ui, dated: string): string {
  const { deadlines } = ui.t;
  if (dated.length === 4) return deadlines.inYear(dated);
  return dated.length === 7 ? deadlines.inMonth(ui.dates.month(`${dated}-01`)) : deadlines.onDay(ui.dates.day(dated));
}

/** How a shown date was counted, in one line: from what, how long, to what. */
export function countingOf(ui: Ui, date: CountedDate<WrittenRule>): string {
  const { deadlines } = ui.t;
  const words = date.rule.words[ui.language];
  const end = date.latest === null ? deadlines.atTheEarliest : deadlines.on;
  return [beginningOf(ui, date.start), periodOf(ui, date.rule), `${words} ${end} ${ui.dates.day(date.shown)}`].join(
    ui.language === 'fr' ? '\u202f; ' : '; ',
  );
}

/** A step, or the end of a rule, as the rules name it: `answer:refusal`, `rule:4`. */
export function eventWords(ui: Ui, event: string, rules: readonly WrittenRule[]): string {
  const { deadlines } = ui.t;
  const [name = '', what] = event.split(':');
  if (name === 'rule') {
    const rule = rules.find(({ number }) => String(number) === what);
    return rule === undefined ? event : deadlines.endOf(rule.words[ui.language]);
  }
  const kind = deadlines.kinds[name as keyof typeof deadlines.kinds];
  return what === undefined ? kind : deadlines.withOutcome(kind, deadlines.outcomes[what] ?? what);
}

/** Whether a lawyer has read the rule again, in words. */
export function checkedWords(ui: Ui, { checked }: WrittenRule): string {
  const { deadlines } = ui.t;
  return checked === null ? deadlines.unchecked : deadlines.checked(checked.by, ui.dates.day(checked.on));
}
