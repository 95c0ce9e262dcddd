import type { Dice } from './dice.js';
import { blanks } from './texts/small-talk.js';

/** A phrase with its choices `{this|that}` made and its blanks `$ville` filled, no blank twice with the same word. */
export function fill(phrase: string, dice: Dice): string {
  const used = new Set<string>();
  const chosen = phrase.replace(/\{([^{}]*)\}/g, (_, choices: string) => dice.pick(choices.split('|')));
  const filled = chosen.replace(/\$([a-z]+)(\d?)/g, (_, name: string) => {
    const words = blanks[name];
    if (words === undefined) throw new Error(`no words for the blank $${name}`);
    const word = dice.pick(words.filter((candidate) => !used.has(candidate)));
    used.add(word);
    return word;
  });
  return agree(filled);
}

/** « de le » is « du », « à Les Coudrières » is « aux Coudrières »; a sentence begins with a capital. */
function agree(text: string): string {
  return text
    .replace(/\b([Dd])e les? (?=\p{Ll})/gu, '$1u ')
    .replace(/\b([Dd])e Les /g, '$1es ')
    .replace(/(^|[\s(])à Les /g, '$1aux ')
    .replace(/(^|[\s(])À Les /g, '$1Aux ')
    .replace(/\b([Dd])e (?=[EOA]\p{Ll})/gu, "$1'")
    .replace(
      /(^|[.?!] (?:» )?)(\p{Ll})/gu,
      (_, before: string, letter: string) => before + letter.toLocaleUpperCase('fr'),
    );
}
