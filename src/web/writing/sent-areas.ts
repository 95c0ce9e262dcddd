import { z } from 'zod';
import type { Area, BlackedAreas } from '../../uploads/cleaning/covers.js';
import { Invalid } from '../../errors/errors.js';

const typed = z.string().default('');
const MOST_AREAS = 500;
/** Letters of a line that a form carries along. */
const LINE = 160;

const list = z.union([z.string().transform((one) => [one]), z.array(z.string()).max(MOST_AREAS)]).default([]);
const MOST_WORDS = 20;

/** What a form that covers parts of a file says of them, for a strict schema. */
export const areasFields = {
  /** Words to look for, one in a line. */
  words: typed,
  /** Places that were found and are ticked, and rectangles that were drawn: `3 120 400 250 30`. */
  tick: list,
  /** All places that were listed, ticked or not, each with its line: `3 120 400 250 30 the line`. */
  found: list,
  areas: typed,
  /** Pages to leave out: `2, 5-7`. */
  drop: typed,
};
export interface SentAreas {
  words: string;
  tick: string[];
  found: string[];
  areas: string;
  drop: string;
}

export const NO_AREAS: SentAreas = { words: '', tick: [], found: [], areas: '', drop: '' };

/** @throws Invalid with a code for each field that is wrong */
export function readBlackOut({ tick, areas, drop }: Pick<SentAreas, 'tick' | 'areas' | 'drop'>): BlackedAreas {
  const lines = areas.split('\n').filter((line) => line.trim() !== '');
  const ticked = tick.map(readArea);
  const drawn = lines.map(readArea);
  const pages = readPages(drop);
  const wrong: Record<string, string> = {};
  if (ticked.includes(null)) wrong['words'] = 'wrong-value';
  if (drawn.includes(null) || lines.length > MOST_AREAS) wrong['areas'] = 'areas-wrong';
  if (pages === null) wrong['drop'] = 'pages-wrong';
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong);
  return { areas: [...ticked, ...drawn].filter((area) => area !== null), drop: pages ?? [] };
}

export function wordsOf({ words }: Pick<SentAreas, 'words'>): string[] {
  return words
    .split('\n')
    .map((line) => line.trim().slice(0, 200))
    .filter((line) => line.length > 1)
    .slice(0, MOST_WORDS);
}

/** As `tick` and the lines of `areas` have it. */
export function writtenArea({ page, left, top, width, height }: Area): string {
  return [page, left, top, width, height].join(' ');
}

/** As `found` has it. */
export function writtenPlace(area: string, line: string): string {
  return `${area} ${line.slice(0, LINE)}`.trimEnd();
}

/** The place and its line; null for what is none. */
export function readPlace(written: string): { area: string; line: string } | null {
  const read = /^(\d+ \d+ \d+ \d+ \d+)(?: (.*))?$/s.exec(written);
  return read?.[1] === undefined || readArea(read[1]) === null ? null : { area: read[1], line: read[2] ?? '' };
}

/** Null for what is none. */
export function readArea(line: string): Area | null {
  const read = /^\s*(\d{1,3})[\s,;]+(\d{1,4})[\s,;]+(\d{1,4})[\s,;]+(\d{1,4})[\s,;]+(\d{1,4})\s*$/.exec(line);
  if (read === null) return null;
  const [page = 0, left = 0, top = 0, width = 0, height = 0] = read.slice(1).map(Number);
  return left < 1_000 && top < 1_000 && width > 0 && height > 0 ? { page, left, top, width, height } : null;
}

function readPages(typed: string): number[] | null {
  const pages = new Set<number>();
  for (const piece of typed.split(/[\s,;]+/).filter((each) => each !== '')) {
    const read = /^(\d{1,3})(?:[-–](\d{1,3}))?$/.exec(piece);
    if (read === null) return null;
    const [from, to] = [Number(read[1]), Number(read[2] ?? read[1])];
    if (to < from) return null;
    for (let page = from; page <= to; page++) pages.add(page);
  }
  return [...pages];
}
