/**
 * The word, and the word without one of its letters, for each of them. Two words that differ by one letter have one of
 * these in common.
 */
export function cutsOf(word: string): string[] {
  const letters = Array.from(word);
  return [...new Set([word, ...letters.map((_, at) => [...letters.slice(0, at), ...letters.slice(at + 1)].join(''))])];
}

/** Whether one word becomes the other when one letter is left out, put in, replaced, or exchanged with the next one. */
export function isOneLetterApart(one: string, other: string): boolean {
  const [a, b] = [Array.from(one), Array.from(other)];
  if (one === other || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
