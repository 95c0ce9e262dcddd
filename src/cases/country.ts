import type { Language } from '../visitors/visitor.js';

const LETTERS = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
const NAMES: Record<Language, Intl.DisplayNames> = {
  fr: new Intl.DisplayNames('fr', { type: 'region', fallback: 'none' }),
  en: new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }),
};
const NONE = ['EU', 'EZ', 'UN', 'ZZ', 'XA', 'XB', 'QO'];

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
}

/** Codes by their own letters and by their names in both languages. */
let codes: Map<string, string> | null = null;

function known(): Map<string, string> {
  if (codes !== null) return codes;
  codes = new Map();
  for (const code of LETTERS.flatMap((one) => LETTERS.map((other) => one + other))) {
    const names = [NAMES.fr.of(code), NAMES.en.of(code)];
    if (NONE.includes(code) || names.some((name) => name === undefined)) continue;
    for (const name of [code, ...names]) if (!codes.has(folded(name ?? ''))) codes.set(folded(name ?? ''), code);
  }
  return codes;
}

/** The code of a country that is named by its code or its name; null for none. */
export function countryOf(typed: string): string | null {
  return known().get(folded(typed)) ?? null;
}

/** « Belgique ». */
export function countryName(language: Language, code: string): string {
  return NAMES[language].of(code) ?? code;
}
