/**
 * TypeORM answers `[rows, count]` to UPDATE and DELETE and plain rows to everything else; the house wants rows.
 * A row is an object, so a first element that is an array can only be the list of them.
 */
export function rowsOf<T>(answer: unknown): T[] {
  if (!Array.isArray(answer)) return [];
  return (Array.isArray(answer[0]) ? answer[0] : answer) as T[];
}
