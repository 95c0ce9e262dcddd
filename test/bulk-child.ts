import type { Connection } from '../src/database/connection.js';
import { SystemClock } from '../src/clock/clock.js';
import { readConfig } from '../src/config/read-config.js';
import { openLogins } from '../src/database/open-database.js';
import { JobRunner } from '../src/jobs/job-runner.js';
import { createApp } from '../src/create-app.js';

/** A second process of the forum, which carries jobs out until it is killed. */
const { reader, writer } = JSON.parse(process.argv[2] ?? '') as Record<'reader' | 'writer', Connection>;
const app = await createApp(readConfig({}), await openLogins(reader, writer), new SystemClock());
await app.init();
await app.get(JobRunner).start();
console.log('working');
