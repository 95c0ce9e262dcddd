import { diffArrays } from 'diff';
import { LRUCache } from 'lru-cache';

// « C’est » is one word: an elision changes with what it stands before.
const PIECE = /[\p{L}\p{M}\p{N}_]+(?:['’][\p{L}\p{M}\p{N}_]+)*|\n|[^\S\n]+|[^]/gu;

const pieces = (text: string): string[] => text.match(PIECE) ?? [];

/** A stretch of words that stays, goes or comes. */
export interface Change {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** Like the cards that show them: see folded-cards.ts. */
const A_WHILE = 300_000;
const MOST_CHARACTERS = 4 * 1024 * 1024;
const compared = new LRUCache<string, Change[]>({
  maxSize: MOST_CHARACTERS,
  sizeCalculation: (changes, texts) => texts.length + 100 * changes.length + 1,
  ttl: A_WHILE,
  ttlAutopurge: true,
});

/** The same as `wordChanges`, for a page that is asked for again while most of its cards are the same. */
export function knownChanges(before: string, after: string, most: number): Change[] {
  const texts = `${most} ${before.length} ${before}${after}`;
  const known = compared.get(texts) ?? wordChanges(before, after, most);
  compared.set(texts, known);
  return known;
}

/**
 * What turns one text into the other, by words. Plain text in and out: the code that draws it has to escape it. Beyond
 * `most` changed words a comparison says nothing any more and would only take time: then one text goes and one comes.
 */
export function wordChanges(before: string, after: string, most: number): Change[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const found = diffArrays(pieces(before), pieces(after), { maxEditLength: most });
  const parts: Change[] =
    found === undefined
      ? [
          { kind: 'gone', text: before },
          { kind: 'new', text: after },
        ]
      : found.map(({ added, removed, value }) => ({
          kind: added ? 'new' : removed ? 'gone' : 'same',
          text: value.join(''),
        }));
  return joined(parts.filter(({ text }) => text !== ''));
}

/** A lone space between two changed words reads better as part of the change. */
function joined(parts: Change[]): Change[] {
  const runs: Change[][] = [];
  parts.forEach((part, place) => {
    const bridge = part.kind === 'same' && /^[^\S\n]+$/.test(part.text) && place > 0 && place < parts.length - 1;
    const last = runs.at(-1);
    if (bridge && last !== undefined) last.push({ kind: 'gone', text: part.text }, { kind: 'new', text: part.text });
    else if (part.kind !== 'same' && last !== undefined && last[0]?.kind !== 'same') last.push(part);
    else runs.push([part]);
  });
  return runs.flatMap((run) => {
    if (run[0]?.kind === 'same') return run;
    const textOf = (kind: Change['kind']): string =>
      run
        .filter((part) => part.kind === kind)
        .map(({ text }) => text)
        .join('');
    return (
      [
        { kind: 'gone', text: textOf('gone') },
        { kind: 'new', text: textOf('new') },
      ] as Change[]
    ).filter(({ text }) => text !== '');
  });
}

/** How many places of the text are changed. */
export function placesOf(changes: Change[]): number {
  return changes.filter(({ kind }, place) => kind !== 'same' && (place === 0 || changes[place - 1]?.kind === 'same'))
    .length;
}
