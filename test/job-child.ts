import { z } from 'zod';
import { SystemClock } from '../src/clock/clock.js';
import { openLogins } from '../src/database/open-database.js';
import { JobConnection } from '../src/database/job-connection.js';
import { Writer } from '../src/database/writer.js';
import { defineJob } from '../src/jobs/job.js';
import { JobRunner } from '../src/jobs/job-runner.js';
import { Jobs } from '../src/jobs/jobs.js';

/** A process that carries jobs out and nothing else; told `hang`, it begins its job and never ends it. */
const [connections = '', mode] = process.argv.slice(2);
const { reader, writer: writerAt } = JSON.parse(connections) as {
  reader: Parameters<typeof openLogins>[0];
  writer: Parameters<typeof openLogins>[1];
};
const database = await openLogins(reader, writerAt);
const writer = new Writer(database.writer);
const clock = new SystemClock();
const jobs = new Jobs(writer, clock);
jobs.does(defineJob('witness', z.strictObject({ id: z.int() })), async ({ id }) => {
  await writer.query('insert into witness values ($1, $2)', [id, mode]);
  if (mode !== 'hang') return;
  console.log('hanging');
  await new Promise(() => undefined);
});
await new JobRunner(jobs, new JobConnection(database.jobs), clock).start();
if (mode === 'work') console.log('working');
