import { Module } from '@nestjs/common';
import { FinishedDays } from './finished-days.js';
import { PublicLog } from './public-log.js';
import { FinishedMonths } from './statistics/finished-months.js';
import { Statistics } from './statistics/statistics.js';
import { JobsModule } from '../jobs/jobs.module.js';

/** The classes that the routes in src/web use. */
const OPEN = [FinishedDays, PublicLog, FinishedMonths, Statistics];

/**
 * What everybody may know of the moderation: the public log of days that are over and statistics of months that are
 * over. src/web shows both to everyone. It must never copy a text or a name from the desk, nor show a number from
 * which one could learn something about a single person.
 */
@Module({ imports: [JobsModule], providers: OPEN, exports: OPEN })
export class TransparencyModule {}
