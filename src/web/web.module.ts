import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { ArticlesModule } from '../articles/articles.module.js';
import { CategoriesModule } from '../categories/categories.module.js';
import { DeskModule } from '../desk/desk.module.js';
import { MembersModule } from '../members/members.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { ThreadsModule } from '../threads/threads.module.js';
import { SiteModule } from '../site/site.module.js';
import { VisitorsModule } from '../visitors/visitors.module.js';
import { AnchorsController } from './anchors.controller.js';
import { BrowserSessions } from './browser-sessions.js';
import { Absolute } from './absolute.js';
import { Assets } from './assets.js';
import { BlockedWordsController } from './blocked-words.controller.js';
import { DemoArticleController } from './demo-article.controller.js';
import { HostArticlesController } from './host-articles.controller.js';
import { HostSitesController } from './host-sites.controller.js';
import { CategoriesController } from './categories.controller.js';
import { BulkController } from './bulk.controller.js';
import { CategoryController } from './category.controller.js';
import { ClaimsController } from './claims.controller.js';
import { CommentsController } from './comments.controller.js';
import { EmbeddedSending } from './embedded-sending.js';
import { EmbeddedPages } from './embedded-pages.js';
import { FindController } from './find.controller.js';
import { HostOrigins } from './host-origins.js';
import { SectionController } from './section.controller.js';
import { SectionSlots } from './section-slots.js';
import { Sections } from './sections.js';
import { SiteCommentsController } from './site-comments.controller.js';
import { DecisionsController } from './decisions.controller.js';
import { DeskPages } from './desk-pages.js';
import { DeskController } from './desk.controller.js';
import { DeskContextController } from './desk-context.controller.js';
import { Doorkeeper } from './doorkeeper.js';
import { EditsController } from './edits.controller.js';
import { FollowController } from './follow.controller.js';
import { FollowedPages } from './followed-pages.js';
import { HealthController } from './health.controller.js';
import { HomeController } from './home.controller.js';
import { HouseRulesController } from './house-rules.controller.js';
import { IconsController } from './icons.controller.js';
import { Limits } from './limits.js';
import { LocalStrategy } from './local.strategy.js';
import { LogController } from './log.controller.js';
import { LoginController } from './login.controller.js';
import { LogoutController } from './logout.controller.js';
import { ConfirmationController } from './confirmation.controller.js';
import { DeskFeedController } from './desk-feed.controller.js';
import { MailChoicesController } from './mail-choices.controller.js';
import { NoticesController } from './notices.controller.js';
import { UnsubscribeController } from './unsubscribe.controller.js';
import { MeController } from './me.controller.js';
import { MemberRecordPages } from './member-record-pages.js';
import { MemberRecordsController } from './member-records.controller.js';
import { MembersController } from './members.controller.js';
import { AudiencePages } from './page-cache/audience-pages.js';
import { PageCache } from './page-cache/page-cache.js';
import { Pages } from './pages.js';
import { PermalinkController } from './permalink.controller.js';
import { PostActs } from './post-acts.js';
import { PostHistoryController } from './post-history.controller.js';
import { PostsSinceController } from './posts-since.controller.js';
import { MySubmissionController } from './my-submission.controller.js';
import { MySubmissionsController } from './my-submissions.controller.js';
import { PreviewController } from './preview.controller.js';
import { ProfileController } from './profile.controller.js';
import { ProfileRemovalsController } from './profile-removals.controller.js';
import { ProfileSending } from './profile-sending.js';
import { ProblemFilter } from './problem.filter.js';
import { PublicLogController } from './public-log.controller.js';
import { ReasonsController } from './reasons.controller.js';
import { RecentController } from './recent.controller.js';
import { RecoveryController } from './recovery.controller.js';
import { RegisterController } from './register.controller.js';
import { RemovalsController } from './removals.controller.js';
import { RepliesController } from './replies.controller.js';
import { ReportsController } from './reports.controller.js';
import { RouteTable } from './route-table.js';
import { Sending } from './sending.js';
import { SessionCookies } from './session-cookies.js';
import { SetUpController } from './set-up.controller.js';
import { StaffNotesController } from './staff-notes.controller.js';
import { TeamEditsController } from './team-edits.controller.js';
import { RecordSlot } from './record-slot.js';
import { MovesController } from './moves.controller.js';
import { TeamSlots } from './team-slots.js';
import { ThreadModeration } from './thread-moderation.js';
import { ThreadModerationController } from './thread-moderation.controller.js';
import { StatisticsController } from './statistics.controller.js';
import { ThreadSlots } from './thread-slots.js';
import { ThreadController } from './thread.controller.js';
import { UndoController } from './undo.controller.js';
import { UnreadSlots } from './unread-slots.js';
import { UserController } from './user.controller.js';
import { ThreadsNewController } from './threads-new.controller.js';
import { VisitorGuard } from './visitor.guard.js';
import { WithdrawalsController } from './withdrawals.controller.js';
import { WritingPages } from './writing-pages.js';

/**
 * The doors of the house: one small controller for one noun, which parses, calls one verb of the rooms above and
 * answers with a page. No rule of the forum lives here, and no SQL. Every route carries a mark that says who may use
 * it; every error of anybody becomes a page in problem.filter.ts.
 */
@Module({
  imports: [DiscoveryModule, PassportModule, SiteModule, MembersModule, VisitorsModule, CategoriesModule, ThreadsModule, ArticlesModule, DeskModule, NoticesModule],
  controllers: [
    HealthController,
    SetUpController,
    ThreadsNewController, RepliesController, EditsController, ReportsController, WithdrawalsController, PreviewController,
    SiteCommentsController, CommentsController, SectionController, FindController,
    FollowController, MySubmissionsController, MySubmissionController, ProfileController,
    DeskController,
    BulkController,
    DeskContextController,
    ClaimsController,
    DecisionsController,
    RemovalsController,
    TeamEditsController,
    MemberRecordsController,
    StaffNotesController,
    ProfileRemovalsController,
    UndoController,
    LogController,
    ReasonsController,
    PublicLogController, StatisticsController,
    ThreadModerationController,
    MovesController,
    LoginController, LogoutController, RegisterController, RecoveryController, MeController, MembersController,
    DemoArticleController,
    CategoriesController, HostSitesController, HostArticlesController, BlockedWordsController,
    HomeController, CategoryController, ThreadController, PermalinkController, AnchorsController, PostHistoryController, PostsSinceController, RecentController, UserController,
    HouseRulesController, IconsController,
    NoticesController, MailChoicesController, ConfirmationController, UnsubscribeController, DeskFeedController,
  ],
  providers: [
    TeamSlots, ThreadModeration,
    DeskPages, MemberRecordPages, ProfileSending, FollowedPages, Sending, WritingPages,
    BrowserSessions, Assets, Doorkeeper, Limits, LocalStrategy, Pages, RouteTable, SessionCookies,
    Absolute, EmbeddedPages, EmbeddedSending, HostOrigins, Sections, SectionSlots,
    PageCache, AudiencePages, UnreadSlots, ThreadSlots, PostActs, RecordSlot,
    { provide: APP_GUARD, useClass: VisitorGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class WebModule {}
