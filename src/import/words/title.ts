import { cleanLine, letters } from '../../submissions/clean.js';
import { SIZES } from '../../submissions/sizes.js';
import { withoutEntities } from './entities.js';

const LANGUAGES = /<multi>([\s\S]*?)<\/multi>/gi;

/** « [fr]Bonjour [en]Hello » in one language; the first one where that is missing. */
function oneLanguage(choices: string, language: string): string {
  const parts = [...choices.matchAll(/\[([a-z]{2,3}(?:_[a-z]+)*)\]([^[]*)/gi)];
  const [first] = parts;
  if (first === undefined) return choices;
  const own = parts.find(([, code]) => code?.toLowerCase() === language);
  return (choices.slice(0, first.index) + ((own ?? first)[2] ?? '')).trim();
}

/**
 * A title of SPIP as one line of plain text: without the number that only orders (« 12. Titre »), tags, braces and
 * other languages.
 */
export function plainTitle(typed: string, language = 'fr'): string {
  const one = typed.replace(LANGUAGES, (_, choices: string) => oneLanguage(choices, language));
  const bare = one.replace(/<\/?[a-z][^>]*>/gi, '').replace(/\{\{?\{?|\}\}?\}?/g, '');
  return cleanLine(withoutEntities(bare)).replace(/^\d{1,4}\.\s+(?=\S)/, '');
}

/** A title that a thread may have: not longer, and never so short that nothing can be clicked. */
export function threadTitle(plain: string, instead: string): string {
  const title = letters(plain) < SIZES.title.least ? `${instead} ${plain}`.trim() : plain;
  if (letters(title) <= SIZES.title.most) return title;
  return `${Array.from(title)
    .slice(0, SIZES.title.most - 1)
    .join('')
    .trimEnd()}…`;
}

/** What two titles have in common that only differ in the way they are typed. */
function heart(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** SPIP fills the title of a message: with that of the article, or with that of the message that it answers. */
export function ownTitle(title: string, above: readonly string[]): boolean {
  if (/^\s*(?:>|(?:re|rép?|réponse|aw|tr|fwd?)\s*(?:\[\d+\]|\(\d+\))?\s*:)/iu.test(title)) return false;
  const own = heart(title);
  return own !== '' && above.every((other) => heart(other) !== own);
}
