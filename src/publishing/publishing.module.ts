import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module.js';
import { LexiconCount } from './upkeep/lexicon-count.js';
import { OldTexts } from './upkeep/old-texts.js';
import { Redrawing } from './upkeep/redrawing.js';
import { StrayTexts } from './upkeep/stray-texts.js';
import { Walks } from './upkeep/walks.js';

/**
 * The two ways to become public, publish() and settleLockedRows(), and what they need are functions, called in the
 * transaction of whoever publishes. The classes of this module are the upkeep of what was published long ago: they must
 * never make anything public that was not.
 */
@Module({
  imports: [JobsModule],
  providers: [Walks, OldTexts, Redrawing, LexiconCount, StrayTexts],
  exports: [Walks, OldTexts, Redrawing, LexiconCount, StrayTexts],
})
export class PublishingModule {}
