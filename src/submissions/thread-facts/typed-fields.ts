import { cleanLine, cleanText, letters } from '../clean.js';
import type { TypedFacts } from './facts.js';

export type Wrong = Record<string, string>;

/** The fields of a form of facts, and what is wrong with them. `L` are those that are lines and texts. */
export class TypedFields<F extends string, L extends F> {
  readonly wrong: Wrong = {};

  /** `sizes`: the letters that each line and text may have. */
  constructor(
    private readonly typed: TypedFacts,
    known: readonly F[],
    private readonly sizes: Readonly<Record<L, number>>,
  ) {
    for (const field of Object.keys(typed))
      if (!known.some((each) => each === field)) this.wrong[field] = 'wrong-value';
  }

  one(field: F): string {
    return this.typed[field]?.[0] ?? '';
  }

  all(field: F): readonly string[] {
    return this.typed[field] ?? [];
  }

  line(field: L): string {
    return this.fitting(field, cleanLine(this.one(field)));
  }

  text(field: L): string {
    return this.fitting(field, cleanText(this.one(field)));
  }

  /** The first of the list where nothing was chosen. */
  choice<T extends string>(field: F, choices: readonly [T, ...T[]]): T {
    const typed = this.one(field);
    const chosen = typed === '' ? choices[0] : choices.find((each) => each === typed);
    if (chosen === undefined) this.wrong[field] ??= 'wrong-value';
    return chosen ?? choices[0];
  }

  /** Three codes at most, all of them `offered`. */
  themes(field: F, offered: ReadonlySet<string>): string[] {
    const themes = [...new Set(this.all(field).filter((code) => code !== ''))];
    if (themes.length > 3) this.wrong[field] ??= 'themes-many';
    if (themes.some((code) => !offered.has(code))) this.wrong[field] ??= 'wrong-value';
    return themes;
  }

  private fitting(field: L, text: string): string {
    if (letters(text) > this.sizes[field]) this.wrong[field] ??= 'too-long';
    return text;
  }
}
