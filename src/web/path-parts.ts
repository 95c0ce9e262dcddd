import { z } from 'zod';

/** What fits in a column of the database. */
export const LARGEST = 2 ** 31 - 1;

/** A number has one spelling: `/thread/007` is no address. */
const id = z.string().regex(/^[1-9]\d{0,9}$/).transform(Number).pipe(z.number().max(LARGEST));
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).max(200);

export const threadPath = z.object({ id });
export const postPath = z.object({ id, number: id });
export const categoryPath = z.object({ slug });
export const followPath = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{32}$/) });
export const submissionPath = z.object({ id: z.uuid() });

export const replyQuery = z.object({ quote: id.optional(), to: id.optional() });
export const beforeQuery = z.object({ before: z.string().max(100).optional() });
export const doneQuery = z.object({ done: z.string().max(40).optional() });

export type ThreadPath = z.infer<typeof threadPath>;
export type ReplyQuery = z.infer<typeof replyQuery>;
export type BeforeQuery = z.infer<typeof beforeQuery>;
export type PostPath = z.infer<typeof postPath>;
export type CategoryPath = z.infer<typeof categoryPath>;
export type FollowPath = z.infer<typeof followPath>;
export type SubmissionPath = z.infer<typeof submissionPath>;
