import type { Chapter } from './chapter.js';
import { Deck } from './deck.js';
import type { Dice } from './dice.js';
import { fill } from './fill.js';
import type { Line } from './script.js';
import { censusPhrases } from './texts/census-phrases.js';
import { nextVoice } from './voices.js';

const CATEGORY = 'ateliers';
const DAYS = 150;

/** The long thread: a census of the cameras of one town, one message for each, with talk in between. */
export function census(posts: number, dice: Dice): Chapter {
  const notes = new Deck(censusPhrases.notes, dice);
  const asides = new Deck(censusPhrases.asides, dice);
  const said = new Set<string>();
  const replies: Line[] = [];
  const opener = 'Solveig';
  while (replies.length < posts - 1) {
    const aside = dice.next() < 0.1;
    const text = aside ? fill(asides.draw(), dice) : report(dice, dice.next() < 0.45 ? fill(notes.draw(), dice) : '');
    if (said.has(text)) continue;
    said.add(text);
    const by = nextVoice(CATEGORY, dice.next() < 0.3 ? '' : (replies.at(-1)?.by ?? opener), DAYS, dice);
    const replyTo = aside && replies.length > 3 && dice.next() < 0.5 ? replies.length + 2 - dice.whole(1, 3) : null;
    replies.push({ by, text, replyTo, quoted: null });
  }
  return {
    title: 'Relevé de Port-Elvain : une caméra, un message',
    by: opener,
    category: CATEGORY,
    daysAgo: DAYS,
    text: censusPhrases.opening,
    replies,
  };
}

function report(dice: Dice, note: string): string {
  const street = dice.pick(censusPhrases.streets);
  const place = fill(dice.pick(censusPhrases.places), dice).replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
  const kind = dice.pick(censusPhrases.kinds);
  const height = dice.pick(censusPhrases.heights);
  const direction = dice.whole(0, 71) * 5;
  const sign = dice.pick(censusPhrases.signs);
  const capital = street.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  const end = note === '' ? '' : `\n\n${note}`;
  switch (dice.whole(1, 4)) {
    case 1:
      return `{{${capital}}}, ${place}. ${kind}, ${height}, direction ${direction}, ${sign}.${note === '' ? '' : ` ${note}`}`;
    case 2:
      return `-* ${street}, ${place}\n-* ${kind.toLowerCase()}\n-* ${height}, direction ${direction}\n-* ${sign}${end}`;
    case 3:
      return `${kind} ${street}, ${place}. Hauteur : ${height}. Direction : ${direction}. ${sign[0]?.toUpperCase()}${sign.slice(1)}.${end}`;
    default:
      return `${capital}, ${place} : ${kind.toLowerCase()}, ${height}, vers ${direction}, ${sign}.${note === '' ? '' : ` ${note}`}`;
  }
}
