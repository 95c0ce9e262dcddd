import { NotFound } from '../errors/errors.js';

/**
 * Where a list of submissions was cut: the moment in microseconds since 1970, and the id that decides between equals.
 */
export interface SubmissionCursor {
  place: string;
  id: string;
}

const CURSOR = /^(\d{1,16})_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

export function writeSubmissionCursor({ place, id }: SubmissionCursor): string {
  return `${place}_${id}`;
}

/** @throws NotFound when it is not one of ours. */
export function readSubmissionCursor(text: string): SubmissionCursor {
  const [, place, id] = CURSOR.exec(text) ?? [];
  if (place === undefined || id === undefined) throw new NotFound();
  return { place, id };
}
