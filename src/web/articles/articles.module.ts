import { Module } from '@nestjs/common';
import { ArticlesModule } from '../../articles/articles.module.js';
import { RegistrationsModule } from '../../registrations/registrations.module.js';
import { ThreadsModule } from '../../threads/threads.module.js';
import { KitModule } from '../kit/kit.module.js';
import { WritingModule } from '../writing/writing.module.js';
import { CommentsController } from './comments.controller.js';
import { DemoArticleController } from './demo-article.controller.js';
import { KeptEmbedded } from './kept-embedded.js';
import { EmbeddedPages } from './embedded-pages.js';
import { EmbeddedSlips } from './embedded-slips.js';
import { FindController } from './find.controller.js';
import { SectionSlots } from './section-slots.js';
import { SectionController } from './section.controller.js';
import { Sections } from './sections.js';
import { SiteCommentsController } from './site-comments.controller.js';
import { SubmissionsModule } from '../../submissions/submissions.module.js';

/**
 * The comments of articles elsewhere: their pages here, and the fragments, feeds and counts that other sites may load.
 * It is for everyone. It must never read a cookie in a request from a page elsewhere: its visitor is always a guest.
 */
@Module({
  imports: [SubmissionsModule, KitModule, WritingModule, ArticlesModule, ThreadsModule, RegistrationsModule],
  controllers: [CommentsController, DemoArticleController, FindController, SectionController, SiteCommentsController],
  providers: [EmbeddedPages, KeptEmbedded, EmbeddedSlips, SectionSlots, Sections],
})
export class ArticleDoorsModule {}
