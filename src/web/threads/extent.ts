import { z } from 'zod';
import { wholeNumber } from '../kit/address-parts.js';

/** What of a thread is read or carried away: which 500 posts, and whose alone. */
export const extent = z.strictObject({
  part: wholeNumber.optional(),
  author: z.string().min(1).max(200).optional(),
});
