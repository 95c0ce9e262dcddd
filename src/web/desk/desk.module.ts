import { Module } from '@nestjs/common';
import { SiteModule } from '../../site/site.module.js';
import { CategoriesModule } from '../../categories/categories.module.js';
import { DeskModule } from '../../desk/desk.module.js';
import { LiveModule } from '../../live/live.module.js';
import { NoticesModule } from '../../notices/notices.module.js';
import { TownsModule } from '../../towns/towns.module.js';
import { VisitorsModule } from '../../visitors/visitors.module.js';
import { KitModule } from '../kit/kit.module.js';
import { BlackOutsController } from './black-outs.controller.js';
import { BulkController } from './bulk.controller.js';
import { ClaimsController } from './claims.controller.js';
import { DecisionsController } from './decisions.controller.js';
import { DeskCardController } from './desk-card.controller.js';
import { DeskContextController } from './desk-context.controller.js';
import { DeskFeedController } from './desk-feed.controller.js';
import { DocumentBlackOutsController } from './document-black-outs.controller.js';
import { DeskPages } from './desk-pages.js';
import { SubmissionsModule } from '../../submissions/submissions.module.js';
import { DeskDocumentsController } from './desk-documents.controller.js';
import { DeskController } from './desk.controller.js';
import { LogController } from './log.controller.js';
import { MemberRecordPages } from './member-record-pages.js';
import { MemberRecordsController } from './member-records.controller.js';
import { MovesController } from './moves.controller.js';
import { ProfileRemovalsController } from './profile-removals.controller.js';
import { RemovalsController } from './removals.controller.js';
import { StaffNotesController } from './staff-notes.controller.js';
import { TeamEditsController } from './team-edits.controller.js';
import { ThreadModerationController } from './thread-moderation.controller.js';
import { ThreadModeration } from './thread-moderation.js';
import { ThreadDuringController } from './thread-during.controller.js';
import { ThreadTownController } from './thread-town.controller.js';
import { UndoController } from './undo.controller.js';

/**
 * The pages of moderators: queue, decisions, undoing, moving, people, log. Every route is for moderators alone, each
 * for their categories. A page drawn here must never be kept in the page cache or shown to anybody else.
 */
@Module({
  imports: [
    SubmissionsModule,
    KitModule,
    VisitorsModule,
    SiteModule,
    CategoriesModule,
    DeskModule,
    LiveModule,
    NoticesModule,
    TownsModule,
  ],
  controllers: [
    BlackOutsController,
    BulkController,
    ClaimsController,
    DecisionsController,
    DeskCardController,
    DeskContextController,
    DeskFeedController,
    DeskController,
    DeskDocumentsController,
    DocumentBlackOutsController,
    LogController,
    MemberRecordsController,
    MovesController,
    ProfileRemovalsController,
    RemovalsController,
    StaffNotesController,
    TeamEditsController,
    ThreadModerationController,
    ThreadDuringController,
    ThreadTownController,
    UndoController,
  ],
  providers: [DeskPages, MemberRecordPages, ThreadModeration],
})
export class DeskDoorsModule {}
