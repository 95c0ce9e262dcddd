import { z } from 'zod';
import { wholeNumber } from './address-parts.js';

const typed = z.string().default('');

/** A form of a category: every field a text, so that the desk says what is wrong and the form comes back as it was. */
const settings = {
  name: typed, description: typed, audience: typed, closed: typed, guestsWrite: typed, hold: typed, acceptedUntil: typed,
  agreement: typed, closesAfter: typed, edits: typed, history: typed,
};

export const sentCategory = z.strictObject({
  ...settings,
  // One tick is a text, several are a list.
  moderators: z.union([wholeNumber.transform((one) => [one]), z.array(wholeNumber).max(500)]).default([]),
});

/** A new one is named and placed; how it is moderated is the next page's. */
export const sentNewCategory = z.strictObject({ name: typed, slug: typed, description: typed, audience: typed });

export const sentMove = z.strictObject({ move: z.enum(['up', 'down']) });

export const sentWords = z.strictObject({ hold: typed, refuse: typed, tried: typed, action: z.enum(['try', 'save']).default('try') });

export const categoryId = z.object({ id: wholeNumber });
export const savedQuery = z.object({ saved: z.literal('yes').optional() });

export type SentCategory = z.infer<typeof sentCategory>;
export type SentNewCategory = z.infer<typeof sentNewCategory>;
export type SentWords = z.infer<typeof sentWords>;
export type CategoryId = z.infer<typeof categoryId>;
export type SavedQuery = z.infer<typeof savedQuery>;
