import { z } from 'zod';
import { defineJob } from '../jobs/job.js';

/** A guest has given an address, or changes a message for which they once gave one; src/notices asks whose it is. */
export const CONFIRM_ADDRESS = defineJob('confirm-address', z.strictObject({ submission: z.uuid() }));
