import type { MarkdownIt } from 'markdown-it';

type Ruler<Rule> = { getRules(chain: string): Rule[]; disable(name: string): unknown; enable(name: string): unknown };

/** One of markdown-it's own rules, to be asked under conditions of ours; it tells rules by name only to itself. */
export function ruleNamed<Rule>(ruler: Ruler<Rule>, name: string): Rule {
  const all = ruler.getRules('');
  ruler.disable(name);
  const others = new Set(ruler.getRules(''));
  ruler.enable(name);
  const rule = all.find((candidate) => !others.has(candidate));
  if (rule === undefined) throw new Error(`markdown-it has no rule ${name}`);
  return rule;
}

export type BlockRule = ReturnType<MarkdownIt['block']['ruler']['getRules']>[number];
export type InlineRule = ReturnType<MarkdownIt['inline']['ruler']['getRules']>[number];
