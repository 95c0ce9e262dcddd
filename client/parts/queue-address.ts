import type { QueueFilter } from '../../src/desk/queue-filter.js';

/** Where one stands in the queue: what is shown of it, from which card on, with the shortcuts on or off. */
export interface QueuePlace {
  filter: QueueFilter;
  /** The cursor of the page; null at the start. */
  before: string | null;
  keys: boolean;
}

/** The fields of an address or of a form that keep a filter. */
export function filterFields({ kind, category, older, author, links, q }: QueueFilter, keys: boolean): [string, string][] {
  const fields: [string, string | undefined][] = [
    ['kind', kind], ['category', category], ['older', older], ['author', author], ['links', links && '1'], ['q', q], ['keys', keys ? undefined : 'off'],
  ];
  return fields.filter((field): field is [string, string] => field[1] !== undefined);
}

/** The address of a place in the queue; `more` is about one answer and not about the place. */
export function queueAddress({ filter, before, keys }: QueuePlace, more: Readonly<Record<string, string>> = {}): string {
  const cursor: [string, string][] = before === null ? [] : [['before', before]];
  const query = new URLSearchParams([...filterFields(filter, keys), ...cursor, ...Object.entries(more)]).toString();
  return query === '' ? '/desk' : `/desk?${query}`;
}
