import { z } from 'zod';
import type { TypedFacts } from '../../submissions/thread-facts/facts.js';
import { factsFields } from './facts-fields.js';
import { uploadFields, withDocuments, type SentDocuments } from './upload-fields.js';
import { wholeNumberOrZero } from '../kit/address-parts.js';

/**
 * What a writing form sends. Whether a text is long enough or a name free is not asked here but where it is sent to,
 * so that the answer is the same form with all that was typed in it.
 */
const typed = z.string().default('');

const common = {
  text: typed,
  name: typed,
  email: typed,
  key: typed,
  // In whose name the form was shown: a member's, or nobody's when it is empty. Tools may leave it out.
  as: z.string().optional(),
  action: z.enum(['preview', 'send']).default('send'),
};

/** The fields of a writing form, whatever it is for. */
export interface SentForm extends Partial<SentDocuments> {
  title?: string | undefined;
  text: string;
  facts?: TypedFacts | undefined;
  name: string;
  email: string;
  key: string;
  as?: string | undefined;
  action: 'preview' | 'send';
}

export const sentWithFacts = z
  .strictObject({ ...common, title: typed, ...factsFields, ...uploadFields })
  .transform(withDocuments);

export const sentStep = z.strictObject({ ...common, ...factsFields, ...uploadFields }).transform(withDocuments);

/** A thread may say which town it is about. */
export const sentThread = z
  .strictObject({ ...common, title: typed, town: factsFields.town, ...uploadFields })
  .transform(withDocuments);

const replyTo = z
  .union([z.literal('').transform(() => null), wholeNumberOrZero])
  .nullable()
  .default(null);

/** In the thread of a workshop a reply may ask something. */
const sort = z.enum(['question', 'note'], 'wrong-value');
/** With what changes a reply: left out, it stays what it is. */
export const sortOfEdit = sort.optional();

export function withQuestion<S extends { sort?: z.infer<typeof sortOfEdit> }>({
  sort: said,
  ...sent
}: S): Omit<S, 'sort'> & { question: boolean | undefined } {
  return { ...sent, question: said === undefined ? undefined : said === 'question' };
}

export const sentReply = z
  .strictObject({ ...common, replyTo, sort: sort.default('note'), ...uploadFields })
  .transform(withDocuments);

/** With the words of the site, where the article is not known here yet. */
export const sentComment = z
  .strictObject({
    ...common,
    replyTo,
    title: z.string().optional(),
    url: z.string().optional(),
    signature: z.string().optional(),
    ...uploadFields,
  })
  .transform(withDocuments);

export const sentEdit = z
  .strictObject({
    ...common,
    title: z.string().optional(),
    version: wholeNumberOrZero,
    sort: sortOfEdit,
    ...factsFields,
    ...uploadFields,
  })
  .transform((sent) => withQuestion(withDocuments(sent)));

export type SentStep = z.infer<typeof sentStep>;
export type SentThread = z.infer<typeof sentThread>;
export type SentWithFacts = z.infer<typeof sentWithFacts>;
export type SentReply = z.infer<typeof sentReply>;
export type SentComment = z.infer<typeof sentComment>;
export type SentEdit = z.infer<typeof sentEdit>;
