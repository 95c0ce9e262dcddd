import type { Covering } from '../../../client/kit/documents/black-out-form.js';
import { Invalid } from '../../errors/errors.js';
import { MOST_PLACES, type Place } from '../../uploads/cleaning/covers.js';
import { Refused } from '../../uploads/cleaning/refusal.js';
import { readArea, readBlackOut, type SentAreas, wordsOf, writtenArea } from './sent-areas.js';

/**
 * A form as it was sent, with what was ticked and drawn in it; nothing is looked for. `looked` says that it was the
 * last step already, which then stays open.
 */
export function coveringOf(sent: SentAreas, looked = false): Covering {
  const { words, areas, drop, tick } = sent;
  return {
    places: tick.length === 0 && !looked ? null : withTicks([], sent),
    more: false,
    covered: [...tick, ...areas.split('\n')].map(readArea).filter((area) => area !== null),
    written: { words, areas, drop },
  };
}

/**
 * What would be covered: what was drawn and ticked, and all places of the words. Nothing is made yet. `find` says where
 * words stand; it is asked only where there are any. @throws Invalid
 */
export async function lookedAt(sent: SentAreas, find: (words: string[]) => Promise<Place[]>): Promise<Covering> {
  const { areas } = readBlackOut(sent);
  const words = wordsOf(sent);
  const places = words.length === 0 ? [] : await inWords(find(words));
  return {
    ...coveringOf(sent),
    places: withTicks(places, sent),
    more: places.length >= MOST_PLACES,
    covered: [...areas, ...places],
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

/** Each place once, with those that were ticked before. */
function withTicks(places: readonly Place[], { tick }: SentAreas): Covering['places'] {
  const lines = new Map(tick.map((value) => [value, '']));
  for (const place of places) lines.set(writtenArea(place), place.line);
  return [...lines].map(([value, line]) => ({ value, line, page: Number(value.split(' ')[0]) }));
}
