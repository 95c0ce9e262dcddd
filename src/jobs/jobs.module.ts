import { Module } from '@nestjs/common';
import { JobRunner } from './job-runner.js';
import { Jobs } from './jobs.js';

/**
 * What is done later: put down in the transaction that makes it necessary, carried out by whichever process is free, taken
 * up again after a crash. Knows nothing of forums: a room above says which jobs it does. Tests and tools that make the
 * app do not carry out jobs until they start the runner.
 */
@Module({ providers: [Jobs, JobRunner], exports: [Jobs, JobRunner] })
export class JobsModule {}
