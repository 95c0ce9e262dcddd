/**
 * Letters of other alphabets, and signs, that read as a Latin letter. The list is short on purpose: names are made of
 * one alphabet (name.ts), so what is left are whole words that happen to be drawn alike in two of them.
 */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  // Cyrillic
  а: 'a',
  в: 'b',
  г: 'r',
  е: 'e',
  ё: 'e',
  з: '3',
  и: 'u',
  й: 'u',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  п: 'n',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  ь: 'b',
  я: 'r',
  ѕ: 's',
  і: 'i',
  ї: 'i',
  ј: 'j',
  һ: 'h',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  ѵ: 'v',
  ү: 'y',
  ӏ: 'l',
  ғ: 'f',
  // Greek
  α: 'a',
  β: 'b',
  γ: 'y',
  ε: 'e',
  ζ: 'z',
  η: 'n',
  ι: 'i',
  κ: 'k',
  μ: 'u',
  ν: 'v',
  ο: 'o',
  π: 'n',
  ρ: 'p',
  σ: 'o',
  ς: 'c',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ω: 'w',
  ϲ: 'c',
  ϳ: 'j',
  // Armenian
  օ: 'o',
  ս: 'u',
  հ: 'h',
  ո: 'n',
  ց: 'g',
  զ: 'q',
  ք: 'p',
  // Latin letters that no normalisation takes apart
  ı: 'i',
  ȷ: 'j',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ħ: 'h',
  ŧ: 't',
  ð: 'd',
  ɑ: 'a',
  ɡ: 'g',
  ɩ: 'i',
  ʟ: 'l',
  ɴ: 'n',
  ʀ: 'r',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'p',
  // Digits
  0: 'o',
  1: 'l',
  3: 'e',
  5: 's',
};

/** Pairs of letters that read as one. */
const TOGETHER: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['vv', 'w'],
];

/** Reads a lower-case text as a hurried eye does. `i` and `l` are one, since capital I and small l are. */
export function asSeen(text: string): string {
  let seen = '';
  for (const letter of text) seen += LOOKS_LIKE[letter] ?? letter;
  seen = seen.replaceAll('3', 'e').replaceAll('i', 'l');
  for (const [pair, one] of TOGETHER) seen = seen.replaceAll(pair, one);
  return seen;
}
