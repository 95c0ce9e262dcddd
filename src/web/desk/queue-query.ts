import { z } from 'zod';
import type { QueuePosition } from '../../../client/desk/queue-address.js';
import { NotFound } from '../../errors/errors.js';
import { KINDS } from '../../submissions/kind.js';
import { OLDER, type Older } from '../../desk/queue/queue-filter.js';

/** A field of the search form that was left empty asks for nothing. */
const words = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.trim() || undefined)
    .optional();

/** The filter of the queue as it stands in addresses. */
export const queueQuery = z.object({
  kind: z.enum(KINDS).optional(),
  category: words(200),
  older: z.enum(Object.keys(OLDER) as [Older, ...Older[]]).optional(),
  author: words(100),
  links: z
    .literal('1')
    .transform(() => true as const)
    .optional(),
  documents: z
    .literal('1')
    .transform(() => true as const)
    .optional(),
  colleague: z
    .literal('1')
    .transform(() => true as const)
    .optional(),
  q: words(100),
  before: z.string().max(100).optional(),
  keys: z.literal('off').optional(),
});

/** The whole queue from its beginning. */
export const START: QueuePosition = { filter: {}, before: null, keys: true };

export function positionOf({ before, keys, ...filter }: z.infer<typeof queueQuery>): QueuePosition {
  return { filter, before: before ?? null, keys: keys === undefined };
}

/** The position that an address of the queue names; null for any other address. */
export function positionAt(address: string): QueuePosition | null {
  const url = URL.parse(address, 'http://here.invalid');
  if (url?.pathname !== '/desk' || url.origin !== 'http://here.invalid') return null;
  const known = [...url.searchParams].filter(([name]) => name in queueQuery.shape);
  const parsed = queueQuery.safeParse(Object.fromEntries(known));
  return parsed.success && new Set(known.map(([name]) => name)).size === known.length ? positionOf(parsed.data) : null;
}

/** As it was sent: an address that cannot be read must not look like one that was left out. */
export const shownAt = z.string().max(2000).default('');

/**
 * The same for an act on all submissions that are shown there. @throws NotFound where it cannot be read, like the page
 * itself: a request for a part of the queue must never act on the whole queue.
 */
export function positionShown(address: string): QueuePosition {
  const position = positionAt(address);
  if (position === null) throw new NotFound();
  return position;
}
