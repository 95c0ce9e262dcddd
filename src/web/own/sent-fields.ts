import { z } from 'zod';
import { factsFields } from '../writing/facts-fields.js';
import { sortOfEdit, withQuestion } from '../writing/sent-fields.js';
import { uploadFields, withDocuments } from '../writing/upload-fields.js';
import { wholeNumberOrZero } from '../kit/address-parts.js';

const typed = z.string().default('');

export const sentCorrection = z
  .strictObject({
    title: z.string().optional(),
    text: typed,
    version: wholeNumberOrZero,
    sort: sortOfEdit,
    ...factsFields,
    ...uploadFields,
  })
  .transform((sent) => withQuestion(withDocuments(sent)));

/** An author who withdraws a text gives no reason. */
export const sentWithdrawal = z.strictObject({ version: z.string().optional() });

export const sentAppeal = z.strictObject({ text: typed });

/** A new text comes with a key, another one for what waits with the version that was read. */
export const sentProfile = z.strictObject({ text: typed, key: typed, version: wholeNumberOrZero.optional() });

export type SentCorrection = z.infer<typeof sentCorrection>;
export type SentAppeal = z.infer<typeof sentAppeal>;
export type SentProfile = z.infer<typeof sentProfile>;
