import { z } from 'zod';
import { before, documentId, wholeNumber } from './address-parts.js';

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(200);

export const threadPath = z.object({ id: wholeNumber });
export const postPath = z.object({ id: wholeNumber, number: wholeNumber });
export const categoryPath = z.object({ slug });
export const followPath = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{32}$/) });
/** Whoever has the token of an upload may do with it what they like. */
export const uploadPath = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{32}$/) });
/** Of a letter's link; `stop` tokens carry what they stop behind the seal. */
export const mailPath = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{32}$/) });
export const stopPath = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{34,90}$/) });
export const feedPath = z.object({
  token: z
    .string()
    .regex(/^[A-Za-z0-9_-]{32}\.xml$/)
    .transform((name) => name.slice(0, 32)),
});
export const submissionPath = z.object({ id: z.uuid() });
/** A member's name as somebody typed it. */
export const memberPath = z.object({ name: z.string().max(200) });
/** A row of the log: digits that no number of JavaScript has to hold. */
export const decisionPath = z.object({ id: z.string().regex(/^[1-9]\d{0,17}$/) });

/** What its author has just sent and everyone sees: its number, said once. */
export const sentQuery = z.object({ sent: wholeNumber.optional().catch(undefined) });

export const notePath = z.object({ ...memberPath.shape, note: decisionPath.shape.id });

export const replyQuery = z.object({
  quote: wholeNumber.optional(),
  to: wholeNumber.optional(),
  /** What is chosen in the form of a workshop's thread. */
  sort: z.enum(['note', 'question']).optional(),
  /** A document of the post that is answered, and the page of it that is quoted. */
  document: documentId.optional(),
  page: wholeNumber.optional(),
});
/** The decision just taken; an odd one says nothing. */
export const doneQuery = z.object({ done: decisionPath.shape.id.optional().catch(undefined) });

export type ThreadPath = z.infer<typeof threadPath>;
export type ReplyQuery = z.infer<typeof replyQuery>;
export type BeforeQuery = z.infer<typeof before>;
export type PostPath = z.infer<typeof postPath>;
export type CategoryPath = z.infer<typeof categoryPath>;
export type UploadPath = z.infer<typeof uploadPath>;
export type FollowPath = z.infer<typeof followPath>;
export type MailPath = z.infer<typeof mailPath>;
export type StopPath = z.infer<typeof stopPath>;
export type FeedPath = z.infer<typeof feedPath>;
export type SubmissionPath = z.infer<typeof submissionPath>;
export type MemberPath = z.infer<typeof memberPath>;
export type NotePath = z.infer<typeof notePath>;
export type DoneQuery = z.infer<typeof doneQuery>;
export type DecisionPath = z.infer<typeof decisionPath>;
