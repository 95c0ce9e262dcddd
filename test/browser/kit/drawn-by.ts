import type { Browser } from 'playwright-core';
import type { Walk } from './widths.js';

export interface Drawn {
  path: string;
  /** Whether the page loads the sheet. */
  loads: boolean;
  /** The selectors of the sheet that something on the page answers to. */
  drawn: string[];
}

/** What a style sheet, by a word of its address, would draw on each of these pages that can be read, loaded or not. */
export async function drawnBy(
  browser: Browser,
  { url, cookie, start }: Walk,
  { sheet, from }: { sheet: string; from: string },
): Promise<Drawn[]> {
  const context = await browser.newContext({ baseURL: url });
  const [name = '', value = ''] = cookie?.split('=') ?? [];
  if (cookie !== null) await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  // A page that loads it, so that the browser itself has read its rules.
  await page.goto(from);
  const found = await page.evaluate(look, { paths: [...start], sheet });
  await context.close();
  return found;
}

/** In the page. */
async function look({ paths, sheet }: { paths: string[]; sheet: string }): Promise<Drawn[]> {
  const selectors = (rules: CSSRuleList): string[] =>
    [...rules].flatMap((rule) => {
      if (rule instanceof CSSStyleRule) return [rule.selectorText];
      return 'cssRules' in rule ? selectors(rule.cssRules as CSSRuleList) : [];
    });
  const rules = [...document.styleSheets].find(({ href }) => href?.includes(sheet))?.cssRules;
  if (rules === undefined) throw new Error(`${location.pathname} has no sheet ${sheet}`);
  // What is drawn before or within an element, or while it is pointed at, is drawn where the element is.
  const asked = [...new Set(selectors(rules))].map((one) => [
    one,
    one.replace(/::[\w-]+|:(hover|focus|active|visited|target)\b/g, '') || '*',
  ]);
  const found: Drawn[] = [];
  for (const path of paths) {
    const answer = await fetch(path);
    // Not everybody may read everything.
    if (!answer.ok) continue;
    const there = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const loads = there.querySelector(`link[rel="stylesheet"][href*="${sheet}"]`) !== null;
    const drawn = asked.flatMap(([one = '', plain = '*']) => (there.querySelector(plain) === null ? [] : [one]));
    found.push({ path, loads, drawn });
  }
  return found;
}
