import { z } from 'zod';
import { back } from './back.js';
import { wholeNumberOrZero } from './address-parts.js';

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

export const sentThread = z.strictObject({ ...common, title: typed });

export const sentReply = z.strictObject({
  ...common,
  replyTo: z.union([z.literal('').transform(() => null), wholeNumberOrZero]).nullable().default(null),
});

const replyTo = sentReply.shape.replyTo;

/** With the words of the site, where the article is not known here yet. */
export const sentComment = z.strictObject({ ...common, replyTo, title: z.string().optional(), url: z.string().optional(), signature: z.string().optional() });

export const sentEdit = z.strictObject({ ...common, title: z.string().optional(), version: wholeNumberOrZero });

export const sentCorrection = z.strictObject({ title: z.string().optional(), text: typed, version: wholeNumberOrZero });

/** Nothing is asked of whoever takes their own words back. */
export const sentWithdrawal = z.strictObject({ version: z.string().optional() });

export const sentDecision = z.strictObject({
  decision: z.enum(['accept', 'return', 'refuse', 'spam'], 'wrong-value'),
  version: wholeNumberOrZero,
  // One tick is a text, several are a list.
  reason: z.union([z.string().transform((one) => (one === '' ? [] : [one])), z.array(z.string()).max(100)]).default([]),
  remark: typed,
  back,
  reply: typed,
  title: z.string().optional(),
  text: z.string().optional(),
});

export const sentReport = z.strictObject({ reason: typed, remark: typed, key: typed });

export const sentAppeal = z.strictObject({ text: typed });

export const sentRemoval = z.strictObject({ reason: typed, remark: typed });

export const sentSuspension = z.strictObject({ length: z.enum(['day', 'week', 'month', 'date', 'forever'], 'wrong-value'), day: typed, why: typed });

/** A new text comes with a key, another one for what waits with the version that was read. */
export const sentProfile = z.strictObject({ text: typed, key: typed, version: wholeNumberOrZero.optional() });

export const sentNote = z.strictObject({ words: typed });

export const sentTeamEdit = z.strictObject({ title: z.string().optional(), text: typed, version: wholeNumberOrZero, reason: typed, remark: typed });

export type SentThread = z.infer<typeof sentThread>;
export type SentReply = z.infer<typeof sentReply>;
export type SentComment = z.infer<typeof sentComment>;
export type SentEdit = z.infer<typeof sentEdit>;
export type SentCorrection = z.infer<typeof sentCorrection>;
export type SentDecision = z.infer<typeof sentDecision>;
export type SentReport = z.infer<typeof sentReport>;
export type SentAppeal = z.infer<typeof sentAppeal>;
export type SentRemoval = z.infer<typeof sentRemoval>;
export type SentSuspension = z.infer<typeof sentSuspension>;
export type SentProfile = z.infer<typeof sentProfile>;
export type SentNote = z.infer<typeof sentNote>;
export type SentTeamEdit = z.infer<typeof sentTeamEdit>;
