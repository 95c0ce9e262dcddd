import { Module } from '@nestjs/common';
import { CategoriesModule } from '../../categories/categories.module.js';
import { SubmissionsModule } from '../../submissions/submissions.module.js';
import { DocumentsModule } from '../../documents/documents.module.js';
import { SearchModule } from '../../search/search.module.js';
import { ThreadsModule } from '../../threads/threads.module.js';
import { TownsModule } from '../../towns/towns.module.js';
import { KitModule } from '../kit/kit.module.js';
import { FeedFiles } from './feed-files.js';
import { FeedsController } from './feeds.controller.js';
import { MapsController } from './maps.controller.js';
import { SearchFeedsController } from './search-feeds.controller.js';
import { SitemapParts } from './sitemap-parts.js';
import { TownFeedsController } from './town-feeds.controller.js';

/**
 * What leads to the pages of the forum from outside: feeds, lists of feeds, maps for people and for search engines.
 * All of it is for everyone and shows what everyone may read, whoever asks; only the map for people is drawn for one
 * audience. It must never read a submission: from their floor it has a name for this installation, and nothing else.
 */
@Module({
  imports: [KitModule, CategoriesModule, ThreadsModule, SubmissionsModule, SearchModule, DocumentsModule, TownsModule],
  controllers: [FeedsController, MapsController, SearchFeedsController, TownFeedsController],
  providers: [FeedFiles, SitemapParts],
})
export class FeedDoorsModule {}
