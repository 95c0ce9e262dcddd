import { letters } from '../../submissions/clean.js';

/** From here on a cut is looked for; before it a part would be shorter than it has to be. */
const LEAST_SHARE = 0.5;
const CUTS = ['\n\n', '\n', '. ', ' '];

/** A text in parts of at most `most` letters, cut where a paragraph, a line, a sentence or a word ends. */
export function parts(text: string, most: number): string[] {
  const found: string[] = [];
  let left = text;
  while (letters(left) > most) {
    const head = Array.from(left).slice(0, most).join('');
    const at = cutIn(head);
    found.push(head.slice(0, at).trimEnd());
    left = left.slice(at).trimStart();
  }
  return left === '' ? found : [...found, left];
}

function cutIn(head: string): number {
  for (const cut of CUTS) {
    const at = head.lastIndexOf(cut);
    if (at >= head.length * LEAST_SHARE) return at + cut.length;
  }
  return head.length;
}
