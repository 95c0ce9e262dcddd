import { type Pattern, readPattern, seenWords, standsIn } from './blocked-pattern.js';
import type { Phase } from './phase.js';

const read = new Map<string, Pattern>();

/** Lists are the same from one text to the next: each of their lines is taken apart once. */
function patternOf(line: string): Pattern {
  const known = read.get(line);
  if (known !== undefined) return known;
  if (read.size > 5_000) read.clear();
  const pattern = readPattern(line);
  read.set(line, pattern);
  return pattern;
}

/** The first line of a list that occurs in these words, or null. */
export function firstBlocked(lines: readonly string[], words: readonly string[]): string | null {
  return lines.find((line) => standsIn(patternOf(line), words)) ?? null;
}

/** The administrators' lists: what is never published here, and what a person should look at. */
export const blockedWords: Phase = ({ title, text, facts: { blocked } }) => {
  if (blocked.hold.length === 0 && blocked.refuse.length === 0) return undefined;
  const words = seenWords(title === null ? text : `${title}\n${text}`);
  // The author is told which word was refused and can use another one. A word that only holds is never told, because
  // people would then avoid it to escape moderation.
  const refused = firstBlocked(blocked.refuse, words);
  if (refused !== null) return { refuse: 'blocked-word', word: refused };
  const line = firstBlocked(blocked.hold, words);
  return line === null ? undefined : { hold: `blocked-word:${line}` };
};
