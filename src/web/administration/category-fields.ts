import { z } from 'zod';
import { wholeNumber } from '../kit/address-parts.js';

const typed = z.string().default('');

const lastOf = z
  .union([
    z.string(),
    z
      .array(z.string())
      .max(2)
      .transform((both) => both.at(-1) ?? ''),
  ])
  .optional();

/** A form of a category: every field a text, so that src/administration says what is wrong and the form
 * comes back as it was. */
const settings = {
  name: typed,
  description: typed,
  audience: typed,
  closed: typed,
  // Below the box that says `team` stands a field that says `everyone` for whoever leaves it empty: the last one
  // counts.
  opens: lastOf.transform((typed) => typed ?? ''),
  // Above the boxes stands an empty field, so that no tick is something else than a form without such boxes.
  takes: z
    .union([z.string().transform((one) => [one]), z.array(z.string()).max(10)])
    .transform((ticked) => ticked.filter((kind) => kind !== ''))
    .optional(),
  guestsWrite: typed,
  hold: typed,
  acceptedUntil: typed,
  agreement: typed,
  closesAfter: typed,
  edits: typed,
  organizers: typed,
  history: typed,
  documents: typed,
  // Above the box stands an empty field, so that no tick is something else than a form without such a box.
  documentsHeld: lastOf,
};

export const sentCategory = z.strictObject({
  ...settings,
  // One tick is a text, several are a list.
  moderators: z.union([wholeNumber.transform((one) => [one]), z.array(wholeNumber).max(500)]).default([]),
});

/** A new category gets its name and address here; how it is moderated is set on the next page. */
export const sentNewCategory = z.strictObject({ name: typed, slug: typed, description: typed, audience: typed });

export const sentMove = z.strictObject({ move: z.enum(['up', 'down']) });

export const sentWords = z.strictObject({
  hold: typed,
  refuse: typed,
  tried: typed,
  action: z.enum(['try', 'save']).default('try'),
});

export const categoryId = z.object({ id: wholeNumber });
export const savedQuery = z.object({ saved: z.literal('yes').optional() });

export type SentCategory = z.infer<typeof sentCategory>;
export type SentNewCategory = z.infer<typeof sentNewCategory>;
export type SentWords = z.infer<typeof sentWords>;
export type CategoryId = z.infer<typeof categoryId>;
export type SavedQuery = z.infer<typeof savedQuery>;
