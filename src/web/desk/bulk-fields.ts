import { z } from 'zod';
import type { Chosen } from '../../desk/bulk/bulk.js';
import { shownAt } from './queue-query.js';
import { ofDecisions } from './sent-fields.js';

export const bulkPath = z.object({ id: z.uuid() });

const CHOSEN = /^([0-9a-f-]{36}):([1-9]\d{0,8})$/;

/** Reads the value of a box, `id:version`; any other value does not come from a page of ours and is ignored. */
function chosen(value: string): Chosen[] {
  const [, id = '', version = ''] = CHOSEN.exec(value) ?? [];
  return z.uuid().safeParse(id).success ? [{ id, version: Number(version) }] : [];
}

/**
 * `item` are the boxes of this page, `items` in one field those of others: a form has a highest number of fields, and
 * what was ticked on ten pages is more.
 */
export const sentBulk = z.strictObject({
  back: shownAt,
  item: z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .default([])
    .transform((values) => values.flatMap(chosen)),
  items: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap(chosen)),
  all: z.literal('yes').optional(),
  to: z.string().max(100).optional(),
});

export const sentBulkVerdict = z.strictObject(ofDecisions);
