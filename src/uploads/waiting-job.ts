import { z } from 'zod';
import { defineJob } from '../jobs/job.js';

/** Shows the files that wait to the scanner once more, after it did not answer. */
export const CLEAN_WAITING = defineJob('clean-waiting-files', z.strictObject({}));
