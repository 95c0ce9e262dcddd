import { fold } from './fold.js';

/** A piece of plain text. `marked` says whether it is one of the words that were asked for. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** What is marked: single words, and phrases of folded words. */
export interface Marks {
  /** Whether a word, in small letters, is one of those asked for. */
  isAsked: (word: string) => boolean;
  phrases: readonly (readonly string[])[];
}

const LETTERS = 240;
const BEFORE = 70;
const WORD = /[\p{L}\p{Nd}\p{M}]+/gu;

interface Placed {
  from: number;
  to: number;
}

/** The words of a text where they stand in it, in small letters. */
export function placedWords(text: string): (Placed & { word: string })[] {
  return [...text.matchAll(WORD)].map(({ 0: found, index }) => ({
    word: found.normalize('NFKC').toLowerCase(),
    from: index,
    to: index + found.length,
  }));
}

/** All of a short text, such as a title. */
export function marked(text: string, marks: Marks): Piece[] {
  return piecesOf(text, 0, text.length, placesOf(text, marks));
}

/**
 * Some 240 letters of a text that contain as many of the words asked for as possible, cut between words; the beginning
 * of the text where it has none of them. The pieces are plain text: whoever shows them escapes them.
 */
export function passage(text: string, marks: Marks): Piece[] {
  const places = placesOf(text, marks);
  const first = bestOf(places);
  const from = first === null ? 0 : wordAt(text, Math.max(0, first.from - BEFORE));
  const to = text.length <= from + LETTERS ? text.length : wordEnd(text, from + LETTERS);
  const pieces = piecesOf(text, from, to, places);
  if (from > 0) pieces.unshift({ text: '… ', marked: false });
  if (to < text.length) pieces.push({ text: ' …', marked: false });
  return pieces;
}

function placesOf(text: string, { isAsked, phrases }: Marks): Placed[] {
  const words = placedWords(text);
  const folded = phrases.length === 0 ? [] : words.map(({ word }) => fold(word));
  const places: Placed[] = [];
  for (let at = 0; at < words.length; at++) {
    const phrase = phrases.find((one) => one.every((word, index) => folded[at + index] === word));
    const [first, last] = [words[at], words[at + (phrase?.length ?? 1) - 1]];
    if (first === undefined || last === undefined) continue;
    if (phrase !== undefined) {
      places.push({ from: first.from, to: last.to });
      at += phrase.length - 1;
    } else if (isAsked(first.word)) places.push({ from: first.from, to: first.to });
  }
  return places;
}

/** The first word of the passage that contains most of the words asked for. */
function bestOf(places: readonly Placed[]): Placed | null {
  let [best, most] = [places[0] ?? null, 0];
  let end = 0;
  for (const [at, place] of places.entries()) {
    while ((places[end]?.to ?? Infinity) <= place.from + LETTERS - BEFORE) end++;
    if (end - at > most) [best, most] = [place, end - at];
  }
  return best;
}

/** The position at which the next word begins; in a text without spaces, the next whole character. */
function wordAt(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(' ', at);
  return space === -1 || space > at + BEFORE ? letterAt(text, at) : space + 1;
}

function wordEnd(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at);
  return space < at - BEFORE ? letterAt(text, at) : space;
}

/** Moves the position on if it lies between the two UTF-16 units of one character. */
function letterAt(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at;
}

function piecesOf(text: string, from: number, to: number, places: readonly Placed[]): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const place of places.filter((one) => one.to > from && one.from < to)) {
    const [start, end] = [Math.max(at, place.from), Math.min(to, place.to)];
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), marked: false });
  return pieces;
}
