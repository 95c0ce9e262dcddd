import { z } from 'zod';
import { defineJob } from '../jobs/job.js';

/** Somebody made an account and gave an address; src/notices asks whose it is. */
export const CONFIRM_ACCOUNT = defineJob('confirm-account', z.strictObject({ member: z.int() }));
