import { Module } from '@nestjs/common';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { Decisions } from './decisions.js';
import { Queue } from './queue.js';
import { Reception } from './reception.js';
import { Records } from './records.js';
import { Removals } from './removals.js';
import { RemovedPosts } from './removed-posts.js';
import { Withdrawals } from './withdrawals.js';

/**
 * The judgement: what waits, who decides it once, and publish(), the only door to what everyone reads. Moderators come
 * in by the categories that they moderate; nothing here is ever read for anyone else.
 */
@Module({
  imports: [SubmissionsModule],
  providers: [Reception, Queue, Records, Decisions, Removals, RemovedPosts, Withdrawals],
  exports: [SubmissionsModule, Reception, Queue, Records, Decisions, Removals, RemovedPosts, Withdrawals],
})
export class DeskModule {}
