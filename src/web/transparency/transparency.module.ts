import { Module } from '@nestjs/common';
import { KitModule } from '../kit/kit.module.js';
import { HouseRulesController } from './house-rules.controller.js';
import { PublicLogController } from './public-log.controller.js';
import { SiteModule } from '../../site/site.module.js';
import { SiteWordsController } from './site-words.controller.js';
import { StatisticsController } from './statistics.controller.js';
import { TransparencyModule } from '../../transparency/transparency.module.js';

/**
 * Pages for everyone about the forum: its rules, what it stores, the public log and the statistics. They must never
 * read the desk or a submission that waits, only published numbers.
 */
@Module({
  imports: [TransparencyModule, KitModule, SiteModule],
  controllers: [HouseRulesController, SiteWordsController, PublicLogController, StatisticsController],
})
export class TransparencyDoorsModule {}
