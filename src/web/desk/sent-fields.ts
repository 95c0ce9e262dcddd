import { z } from 'zod';
import { VERDICTS } from '../../desk/decisions/verdicts.js';
import { wholeNumberOrZero } from '../kit/address-parts.js';
import { factsFields } from '../writing/facts-fields.js';
import { sortOfEdit, withQuestion } from '../writing/sent-fields.js';
import { back } from '../kit/back.js';

/**
 * What the forms of the team send; what it must be is asked where it is decided, so that the form comes back as it
 * was.
 */
const typed = z.string().default('');

/** Fields that every decision has, whatever it is about. */
export const ofDecisions = {
  decision: z.enum(VERDICTS, 'wrong-value'),
  // One tick is a text, several are a list.
  reason: z
    .union([z.string().transform((one) => (one === '' ? [] : [one])), z.array(z.string()).max(100)])
    .default([]),
  remark: typed,
};

export const sentDecision = z
  .strictObject({
    ...ofDecisions,
    version: wholeNumberOrZero,
    back,
    reply: typed,
    title: z.string().optional(),
    text: z.string().optional(),
    /** With an acceptance: ids of documents that are left out. */
    without: z.union([z.string().transform((one) => [one]), z.array(z.string()).max(100)]).optional(),
    /** Whether it asks something, with an acceptance in other words. */
    sort: sortOfEdit,
    ...factsFields,
  })
  .transform(withQuestion);

export const sentRemoval = z.strictObject({ reason: typed, remark: typed });

export const sentSuspension = z.strictObject({
  length: z.enum(['day', 'week', 'month', 'date', 'forever'], 'wrong-value'),
  day: typed,
  why: typed,
});

export const sentNote = z.strictObject({ words: typed });

export const sentTeamEdit = z
  .strictObject({
    title: z.string().optional(),
    text: typed,
    version: wholeNumberOrZero,
    reason: typed,
    remark: typed,
    sort: sortOfEdit,
    ...factsFields,
  })
  .transform(withQuestion);

export type SentDecision = z.infer<typeof sentDecision>;
export type SentRemoval = z.infer<typeof sentRemoval>;
export type SentSuspension = z.infer<typeof sentSuspension>;
export type SentNote = z.infer<typeof sentNote>;
export type SentTeamEdit = z.infer<typeof sentTeamEdit>;
