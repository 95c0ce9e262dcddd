import { type DynamicModule, Module } from '@nestjs/common';
import type { Clock } from './clock/clock.js';
import type { Config } from './config/config.js';
import { DatabaseModule } from './database/database.module.js';
import type { OpenDatabase } from './database/open-database.js';
import { JobsModule } from './jobs/jobs.module.js';
import { SiteModule } from './site/site.module.js';
import { MembersModule } from './members/members.module.js';
import { VisitorsModule } from './visitors/visitors.module.js';
import { CategoriesModule } from './categories/categories.module.js';
import { TownsModule } from './towns/towns.module.js';
import { ThreadsModule } from './threads/threads.module.js';
import { CasesModule } from './cases/cases.module.js';
import { SearchModule } from './search/search.module.js';
import { WorkshopsModule } from './workshops/workshops.module.js';
import { WorkshopDoorsModule } from './web/workshops/workshops.module.js';
import { ArticlesModule } from './articles/articles.module.js';
import { DocumentsModule } from './documents/documents.module.js';
import { UploadsModule } from './uploads/uploads.module.js';
import { SubmissionsModule } from './submissions/submissions.module.js';
import { PublishingModule } from './publishing/publishing.module.js';
import { ReceptionModule } from './reception/reception.module.js';
import { DeskModule } from './desk/desk.module.js';
import { AdministrationModule } from './administration/administration.module.js';
import { TransparencyModule } from './transparency/transparency.module.js';
import { RegistrationsModule } from './registrations/registrations.module.js';
import { MailModule } from './mail/mail.module.js';
import { NoticesModule } from './notices/notices.module.js';
import { LiveModule } from './live/live.module.js';
import { KitModule } from './web/kit/kit.module.js';
import { WritingModule } from './web/writing/writing.module.js';
import { ThreadDoorsModule } from './web/threads/threads.module.js';
import { FeedDoorsModule } from './web/feeds/feeds.module.js';
import { SearchDoorsModule } from './web/search/search.module.js';
import { OwnDoorsModule } from './web/own/own.module.js';
import { CaseDoorsModule } from './web/cases/cases.module.js';
import { TownDoorsModule } from './web/towns/towns.module.js';
import { ArticleDoorsModule } from './web/articles/articles.module.js';
import { DocumentDoorsModule } from './web/documents/documents.module.js';
import { DeskDoorsModule } from './web/desk/desk.module.js';
import { AccountDoorsModule } from './web/account/account.module.js';
import { AdministrationDoorsModule } from './web/administration/administration.module.js';
import { NoticeDoorsModule } from './web/notices/notices.module.js';
import { TransparencyDoorsModule } from './web/transparency/transparency.module.js';

/** The floors of the house in their order: its table of contents. */
@Module({})
export class AppModule {
  static for(config: Config, database: OpenDatabase, clock: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        // Ground: knows nothing of forums.
        DatabaseModule.for(database, config, clock),
        JobsModule,
        MailModule,
        // Who.
        SiteModule,
        MembersModule,
        VisitorsModule,
        // What is published.
        CategoriesModule,
        TownsModule,
        ThreadsModule,
        ArticlesModule,
        DocumentsModule,
        SearchModule,
        CasesModule,
        WorkshopsModule,
        // What people send, and where all of it comes in.
        UploadsModule,
        SubmissionsModule,
        PublishingModule,
        ReceptionModule,
        // Judgement, and what follows from it.
        DeskModule,
        AdministrationModule,
        TransparencyModule,
        // Who comes.
        RegistrationsModule,
        // Who hears of it.
        LiveModule,
        NoticesModule,
        // Routes and pages, one module for each wing.
        KitModule,
        WritingModule,
        ThreadDoorsModule,
        SearchDoorsModule,
        FeedDoorsModule,
        OwnDoorsModule,
        ArticleDoorsModule,
        DeskDoorsModule,
        AccountDoorsModule,
        AdministrationDoorsModule,
        NoticeDoorsModule,
        TransparencyDoorsModule,
        TownDoorsModule,
        CaseDoorsModule,
        DocumentDoorsModule,
        WorkshopDoorsModule,
      ],
    };
  }
}
