import { NotFound } from '../errors/errors.js';

/** Where a slice ended: microseconds since 1970, then the ids that decide between rows of the same moment. */
export interface Cursor {
  place: bigint;
  ids: number[];
}

const BASE = 36;
const WORD = /^[0-9a-z]{1,12}$/;
const LARGEST_INT = 2 ** 31 - 1;
/** The year 9999; PostgreSQL would refuse what lies far beyond. */
const LARGEST_PLACE = 253_402_300_799_000_000n;

export function writeCursor(place: string, ...ids: number[]): string {
  return [BigInt(place).toString(BASE), ...ids.map((id) => id.toString(BASE))].join('-');
}

/**
 * Reads a cursor with `count` ids. Each place has one spelling only: another one would fill the page cache with
 * copies. @throws NotFound when it is not a cursor.
 */
export function readCursor(text: string, count: number): Cursor {
  const [place, ...ids] = text.split('-');
  if (place === undefined || ids.length !== count || ![place, ...ids].every((word) => WORD.test(word)))
    throw new NotFound();
  const cursor = {
    place: [...place].reduce((sum, digit) => sum * BigInt(BASE) + BigInt(parseInt(digit, BASE)), 0n),
    ids: ids.map((id) => parseInt(id, BASE)),
  };
  if (cursor.place > LARGEST_PLACE || cursor.ids.some((id) => id > LARGEST_INT)) throw new NotFound();
  if (writeCursor(String(cursor.place), ...cursor.ids) !== text) throw new NotFound();
  return cursor;
}
