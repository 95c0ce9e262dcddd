import { z } from 'zod';
import type { QueuePlace } from '../../client/parts/queue-address.js';
import { NotFound } from '../errors/errors.js';
import { KINDS, OLDER, type Older } from '../desk/queue-filter.js';

/** A field of the search form that was left empty asks for nothing. */
const words = (most: number) => z.string().max(most).transform((text) => text.trim() || undefined).optional();

/** The filter of the queue as it stands in addresses. */
export const queueQuery = z.object({
  kind: z.enum(KINDS).optional(),
  category: words(200),
  older: z.enum(Object.keys(OLDER) as [Older, ...Older[]]).optional(),
  author: words(100),
  links: z.literal('1').transform(() => true as const).optional(),
  q: words(100),
  before: z.string().max(100).optional(),
  keys: z.literal('off').optional(),
});

export function placeOf({ before, keys, ...filter }: z.infer<typeof queueQuery>): QueuePlace {
  return { filter, before: before ?? null, keys: keys === undefined };
}

/** The place that an address of the queue names; null for any other address. */
export function placeAt(address: string): QueuePlace | null {
  const url = URL.parse(address, 'http://here.invalid');
  if (url?.pathname !== '/desk' || url.origin !== 'http://here.invalid') return null;
  const known = [...url.searchParams].filter(([name]) => name in queueQuery.shape);
  const parsed = queueQuery.safeParse(Object.fromEntries(known));
  return parsed.success && new Set(known.map(([name]) => name)).size === known.length ? placeOf(parsed.data) : null;
}

/** As it was sent: an address that cannot be read must not look like one that was left out. */
export const shownAt = z.string().max(2000).default('');

/**
 * The same for whoever acts on all that is shown there. @throws NotFound where it cannot be read, like the page itself:
 * whoever asks for a part of the queue never gets the whole of it.
 */
export function placeShown(address: string): QueuePlace {
  const place = placeAt(address);
  if (place === null) throw new NotFound();
  return place;
}
