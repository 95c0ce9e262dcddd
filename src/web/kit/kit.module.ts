import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { MembersModule } from '../../members/members.module.js';
import { SiteModule } from '../../site/site.module.js';
import { VisitorsModule } from '../../visitors/visitors.module.js';
import { ArticlesModule } from '../../articles/articles.module.js';
import { DeskModule } from '../../desk/desk.module.js';
import { NoticesModule } from '../../notices/notices.module.js';
import { ProblemFilter } from './problem.filter.js';
import { AnswerInterceptor } from './answer.interceptor.js';
import { Absolute } from './absolute.js';
import { Assets } from './assets.js';
import { BrowserSessions } from './browser-sessions.js';
import { Doorkeeper } from './doorkeeper.js';
import { HealthController } from './health.controller.js';
import { HostOrigins } from './host-origins.js';
import { IconsController } from './icons.controller.js';
import { LimitGuard } from './limit.guard.js';
import { Limits } from './limits.js';
import { AudiencePages } from './page-cache/audience-pages.js';
import { KeptFiles } from './page-cache/kept-files.js';
import { PageCache } from './page-cache/page-cache.js';
import { Pages } from './pages.js';
import { RouteTable } from './route-table.js';
import { SessionCookies } from './session-cookies.js';
import { ListPieces } from './list-pieces.js';
import { ThreadHeads } from './thread-heads.js';
import { TownPieces } from './town-pieces.js';
import { ThreadsModule } from '../../threads/threads.module.js';
import { VisitorGuard } from './visitor.guard.js';

/**
 * The parts that every wing of src/web needs: who asks and whether they may (guard, marks, wall, limits), what came in
 * (input, forms), and what goes out (pages, kept pages, problems as pages). Every wing may use it. It must never
 * import a wing, nor hold a rule of the forum.
 */
@Module({
  imports: [
    DiscoveryModule,
    PassportModule,
    SiteModule,
    MembersModule,
    VisitorsModule,
    ArticlesModule,
    DeskModule,
    NoticesModule,
    ThreadsModule,
  ],
  controllers: [HealthController, IconsController],
  providers: [
    Absolute,
    Assets,
    BrowserSessions,
    Doorkeeper,
    HostOrigins,
    Limits,
    AudiencePages,
    KeptFiles,
    PageCache,
    Pages,
    RouteTable,
    SessionCookies,
    ListPieces,
    ThreadHeads,
    TownPieces,
    { provide: APP_GUARD, useClass: VisitorGuard },
    { provide: APP_GUARD, useClass: LimitGuard },
    { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [
    Absolute,
    Assets,
    BrowserSessions,
    Doorkeeper,
    HostOrigins,
    Limits,
    AudiencePages,
    KeptFiles,
    PageCache,
    Pages,
    RouteTable,
    SessionCookies,
    ListPieces,
    ThreadHeads,
    TownPieces,
  ],
})
export class KitModule {}
