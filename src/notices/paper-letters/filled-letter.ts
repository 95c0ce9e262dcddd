/** What a letter can know; whatever else it needs is written on paper. */
export const LETTER_BLANKS = ['authority', 'town', 'sent', 'received', 'registered', 'documents'] as const;

export type LetterBlank = (typeof LETTER_BLANKS)[number];

/**
 * In words, as they stand in the letter; an empty one stays a blank. `documents` has a line for each, `ofTown` is the
 * town with its « de » before it.
 */
export type LetterFacts = Partial<Record<LetterBlank | 'ofTown', string>>;

/** Long enough for a name or a date by hand. */
const BLANK = '…………………………';
const BLANKS = /\{([^{}]*)\}/g;
/** « de Avignon » is no French, so these two words are filled as one. */
const OF_TOWN = /\bde \{town\}/g;
/** What Markdown, or our shortcuts, would take for a sign; some of them only at the beginning of a line. */
const SIGNS = /[\\`*_{}[\]()<>|~^&#]|^[-+=]|(?<=^\d+)[.)]/g;

/** The blanks of a letter that nobody can fill, for they do not exist. */
export function unknownBlanks(body: string): string[] {
  return [...body.matchAll(BLANKS)].map(([, name = '']) => name).filter((name) => !isBlank(name));
}

/** The letter as Markdown: nothing that was filled in is a sign of it. */
export function letterMarkdown(body: string, facts: LetterFacts): string {
  return fill(body, (line, isItem) => (isItem ? `- ${escaped(line)}` : escaped(line)), facts);
}

/** The letter as plain text, for those who paste it into a mail. */
export function letterText(body: string, facts: LetterFacts): string {
  const plain = body
    .replace(/^#+ +/gm, '')
    .replace(/\*\*([^*\n]+)\*\*/g, '$1')
    .replace(/\*([^*\n]+)\*/g, '$1');
  return fill(plain, (line, isItem) => (isItem ? `- ${line}` : line), facts);
}

function fill(body: string, write: (line: string, isItem: boolean) => string, facts: LetterFacts): string {
  const elided = facts.ofTown ? body.replace(OF_TOWN, () => write(facts.ofTown ?? '', false)) : body;
  return elided.replace(BLANKS, (whole, name: string) => {
    if (!isBlank(name)) return whole;
    const lines = (facts[name] ?? '')
      .split('\n')
      .map((line) => line.replace(/[^\S\u00a0]+/g, ' ').trim())
      .filter((line) => line !== '');
    if (lines.length === 0) return BLANK;
    return name === 'documents' ? lines.map((line) => write(line, true)).join('\n') : write(lines.join(' '), false);
  });
}

function escaped(line: string): string {
  return line.replace(SIGNS, '\\$&');
}

function isBlank(name: string): name is LetterBlank {
  return (LETTER_BLANKS as readonly string[]).includes(name);
}
