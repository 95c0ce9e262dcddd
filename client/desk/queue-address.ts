import type { QueueFilter } from '../../src/desk/queue/queue-filter.js';

/** A position in the queue: its filter, the card that the page begins with, the shortcuts on or off. */
export interface QueuePosition {
  filter: QueueFilter;
  /** The cursor of the page; null at the start. */
  before: string | null;
  keys: boolean;
}

/** The fields of an address or of a form that keep a filter. */
export function filterFields(
  { kind, category, older, author, links, documents, colleague, q }: QueueFilter,
  keys: boolean,
): [string, string][] {
  const fields: [string, string | undefined][] = [
    ['kind', kind],
    ['category', category],
    ['older', older],
    ['author', author],
    ['links', links && '1'],
    ['documents', documents && '1'],
    ['colleague', colleague && '1'],
    ['q', q],
    ['keys', keys ? undefined : 'off'],
  ];
  return fields.filter((field): field is [string, string] => field[1] !== undefined);
}

/**
 * The address of a position in the queue; `more` are parameters for one answer only, which are not part of the
 * position.
 */
export function queueAddress(
  { filter, before, keys }: QueuePosition,
  more: Readonly<Record<string, string>> = {},
): string {
  const cursor: [string, string][] = before === null ? [] : [['before', before]];
  const query = new URLSearchParams([...filterFields(filter, keys), ...cursor, ...Object.entries(more)]).toString();
  return query === '' ? '/desk' : `/desk?${query}`;
}
