import { Module } from '@nestjs/common';
import { AdministrationModule } from '../../administration/administration.module.js';
import { CasesModule } from '../../cases/cases.module.js';
import { NoticesModule } from '../../notices/notices.module.js';
import { SiteModule } from '../../site/site.module.js';
import { ThreadsModule } from '../../threads/threads.module.js';
import { TownsModule } from '../../towns/towns.module.js';
import { CategoriesModule } from '../../categories/categories.module.js';
import { WritingModule } from '../writing/writing.module.js';
import { KitModule } from '../kit/kit.module.js';
import { DeadlineCountController } from './deadline-count.controller.js';
import { CaseCalendarsController } from './case-calendars.controller.js';
import { CaseLettersController } from './case-letters.controller.js';
import { OwnPost } from './own-post.js';
import { CaseNumbersController } from './numbers.controller.js';
import { PlacesController } from './places.controller.js';
import { RemindersController } from './reminders.controller.js';
import { RemindersSlot } from './reminders-slot.js';
import { StepsController } from './steps.controller.js';
import { NewStepsController } from './new-steps.controller.js';
import { CaseThreads } from './case-threads.js';
import { CaseHeads } from './case-heads.js';
import { DueCases } from './due-cases.js';
import { CasePieces } from './case-pieces.js';
import { CasesController } from './cases.controller.js';
import { CasesNewController } from './cases-new.controller.js';
import { NewCasesController } from './new-cases.controller.js';
import { MapController } from './map.controller.js';
import { ExportsController } from './exports.controller.js';
import { DeadlinesController } from './deadlines.controller.js';
import { LettersController } from './letters.controller.js';

/**
 * The pages of local cases and of the law that gives their dates. Everyone may read and count; rules and holidays are
 * changed by administrators alone, and how is decided in src/administration.
 */
@Module({
  imports: [
    CasesModule,
    TownsModule,
    AdministrationModule,
    NoticesModule,
    KitModule,
    CategoriesModule,
    WritingModule,
    SiteModule,
    ThreadsModule,
  ],
  controllers: [
    DeadlineCountController,
    DeadlinesController,
    LettersController,
    NewCasesController,
    CaseNumbersController,
    CasesController,
    CasesNewController,
    ExportsController,
    MapController,
    PlacesController,
    CaseCalendarsController,
    CaseLettersController,
    StepsController,
    RemindersController,
    NewStepsController,
  ],
  providers: [CaseHeads, CasePieces, CaseThreads, DueCases, OwnPost, RemindersSlot],
})
export class CaseDoorsModule {}
