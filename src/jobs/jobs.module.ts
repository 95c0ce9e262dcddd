import { Module } from '@nestjs/common';
import { JobRunner } from './job-runner.js';
import { Jobs } from './jobs.js';

/**
 * Work that is done later: a job is added in the transaction that makes it necessary, done by any free process, and
 * done again after a crash. All folders above may use it, and each says itself which jobs it does; this one must never
 * know what they are about. Tests and tools that make the app do no jobs until they start the runner.
 */
@Module({ providers: [Jobs, JobRunner], exports: [Jobs, JobRunner] })
export class JobsModule {}
