import type { Covering } from '../../../client/kit/documents/black-out-form.js';
import { Invalid } from '../../errors/errors.js';
import { type Area, MOST_PLACES, type Place } from '../../uploads/cleaning/covers.js';
import { Refused } from '../../uploads/cleaning/refusal.js';
import {
  readArea,
  readBlackOut,
  readPlace,
  type SentAreas,
  wordsOf,
  writtenArea,
  writtenPlace,
} from './sent-areas.js';

/**
 * A form as it was sent, with all that was listed, ticked and drawn in it; nothing is looked for. `looked` says that it
 * was the last step already, which then stays open.
 */
export function coveringOf(sent: SentAreas, looked = false): Covering {
  const { words, areas, drop, tick, found } = sent;
  return {
    places: tick.length === 0 && found.length === 0 && !looked ? null : listed([], sent),
    more: false,
    covered: [...tick, ...areas.split('\n')].map(readArea).filter((area) => area !== null),
    written: { words, areas, drop },
  };
}

/**
 * What would be covered: what was drawn and ticked, and all places of the words but those that were listed before and
 * not ticked. Nothing is made yet. `find` says where words stand; it is asked only where there are any. @throws Invalid
 */
export async function lookedAt(sent: SentAreas, find: (words: string[]) => Promise<Place[]>): Promise<Covering> {
  const drawn = readBlackOut({ ...sent, tick: [] }).areas;
  readBlackOut(sent);
  const words = wordsOf(sent);
  const found = words.length === 0 ? [] : await inWords(find(words));
  const places = listed(found, sent);
  const ticked = places.filter((place) => place.ticked).map(({ value }) => readArea(value));
  return {
    ...coveringOf(sent),
    places,
    more: found.length >= MOST_PLACES,
    covered: [...ticked.filter((area) => area !== null), ...drawn],
  };
}

/** What the process that makes files says of this one, at the form. @throws Invalid */
export async function inWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof Refused ? new Invalid({ words: `file-${error.why}` }) : error;
  }
}

/** Each place once, in the order of the pages: what was listed before as it was ticked, and what is new ticked. */
function listed(places: readonly Place[], { tick, found }: SentAreas): NonNullable<Covering['places']> {
  const lines = new Map(tick.map((value) => [value, '']));
  for (const { area, line } of found.map(readPlace).filter((place) => place !== null)) lines.set(area, line);
  const before = new Set(lines.keys());
  for (const place of places) lines.set(writtenArea(place), place.line);
  return [...lines]
    .map(([value, line]) => ({ value, line, ticked: tick.includes(value) || !before.has(value), at: readArea(value) }))
    .sort(({ at: one }, { at: other }) => orderOf(one) - orderOf(other))
    .map(({ at, ...place }) => ({ ...place, page: at?.page ?? 1, found: writtenPlace(place.value, place.line) }));
}

/** From the first page on, from top to bottom. */
function orderOf(area: Area | null): number {
  return area === null ? 0 : (area.page * 1_000 + area.top) * 1_000 + area.left;
}
