import { join } from 'node:path';
import { copyOfData } from '../copy-of-data.js';

/**
 * Fills the folder as the first start of a forum does, for tests that are about what comes after it: a copy of what
 * the set-up of the whole run has made. To make a cluster and to migrate it takes longer than all the rest of a start.
 */
export async function prepareData(dataDir: string): Promise<void> {
  await copyOfData(process.env.PALABRE_TEST_DATA ?? '', join(dataDir, 'postgres'));
}
