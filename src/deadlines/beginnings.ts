import { type Event, readEvent, type Rule } from './rule.js';
import { type Span, spanOf } from './span.js';
import { type Happened, earliestOf } from './step-kind.js';

/** Something that begins the count of a rule: a step, or the end of another rule, and when that was. */
export interface Beginning {
  of: Happened | { rule: number };
  span: Span;
}

/** The steps that an event names. */
export function stepsOf(event: Event, steps: readonly Happened[]): Happened[] {
  const named = readEvent(event);
  if (named === null || 'rule' in named) return [];
  return steps.filter(
    ({ kind, outcome }) => kind === named.step && (named.outcome === null || outcome === named.outcome),
  );
}

/** Everything among these steps and these ends of other rules that begins the rule. */
export function beginningsOf(rule: Rule, steps: readonly Happened[], ends: ReadonlyMap<number, Span>): Beginning[] {
  return rule.after.flatMap((event) => {
    const named = readEvent(event);
    if (named === null) return [];
    if ('rule' in named) {
      const span = ends.get(named.rule);
      return span === undefined ? [] : [{ of: named, span }];
    }
    const sending = earliestOf(named.step);
    const sent = steps.find(({ kind }) => kind === sending);
    const from = sent === undefined ? null : (spanOf(sent.dated)?.earliest ?? null);
    const own = stepsOf(event, steps).flatMap((of) => dated(of, from));
    if (own.length > 0 || sent === undefined || from === null) return own;
    return [{ of: sent, span: { earliest: from, latest: null } }];
  });
}

/** The step as a beginning. What arrives cannot arrive before it was sent, however vague its own day is. */
function dated(of: Happened, sent: string | null): Beginning[] {
  const span = spanOf(of.dated);
  if (span === null) return [];
  const earliest = sent !== null && sent > span.earliest && sent <= span.latest ? sent : span.earliest;
  return [{ of, span: { ...span, earliest } }];
}
