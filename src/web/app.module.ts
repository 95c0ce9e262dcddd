import { type DynamicModule, Module } from '@nestjs/common';
import type { Clock } from '../clock/clock.js';
import type { Config } from '../config/config.js';
import { DatabaseModule } from '../database/database.module.js';
import type { OpenDatabase } from '../database/open-database.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { SiteModule } from '../site/site.module.js';
import { MembersModule } from '../members/members.module.js';
import { VisitorsModule } from '../visitors/visitors.module.js';
import { CategoriesModule } from '../categories/categories.module.js';
import { ThreadsModule } from '../threads/threads.module.js';
import { MailModule } from '../mail/mail.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { LiveModule } from '../live/live.module.js';
import { WebModule } from './web.module.js';

/** The floors of the house in their order: its table of contents. */
@Module({})
export class AppModule {
  static for(config: Config, database: OpenDatabase, clock: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.for(database, config, clock),
        JobsModule,
        MailModule,
        SiteModule,
        MembersModule,
        VisitorsModule,
        CategoriesModule,
        ThreadsModule,
        LiveModule,
        NoticesModule,
        WebModule,
      ],
    };
  }
}
