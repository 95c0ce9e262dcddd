import { z } from 'zod';

const LARGEST_INT = 2 ** 31 - 1;

/** An id or a number in an address: one spelling only, and never more than PostgreSQL can hold. */
export const wholeNumber = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .transform(Number)
  .refine((n) => n <= LARGEST_INT);

/** The same where nothing has been read yet. */
export const wholeNumberOrZero = z.union([z.literal('0').transform(() => 0), wholeNumber]);

/** Of a document. One spelling alone: another one of the same id would be another address of the same bytes. */
export const documentId = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

/** Where a list goes on; what it may look like is for the readers to say. */
export const before = z.strictObject({ before: z.string().max(60).optional() });
