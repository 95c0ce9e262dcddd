import { Module } from '@nestjs/common';
import { CategoriesModule } from '../../categories/categories.module.js';
import { SiteModule } from '../../site/site.module.js';
import { ThreadsModule } from '../../threads/threads.module.js';
import { TownsModule } from '../../towns/towns.module.js';
import { WorkshopsModule } from '../../workshops/workshops.module.js';
import { NoticesModule } from '../../notices/notices.module.js';
import { RegistrationsModule } from '../../registrations/registrations.module.js';
import { KitModule } from '../kit/kit.module.js';
import { WritingModule } from '../writing/writing.module.js';
import { AgendaController } from './agenda.controller.js';
import { AvailabilityController } from './availability.controller.js';
import { CalendarDates } from './calendar-dates.js';
import { CalendarFiles } from './calendar-files.js';
import { CalendarsController } from './calendars.controller.js';
import { HostingPages } from './hosting-pages.js';
import { HostingSlot } from './hosting-slot.js';
import { HostsController } from './hosts.controller.js';
import { MyCalendarController } from './my-calendar.controller.js';
import { NewWorkshopsController } from './new-workshops.controller.js';
import { AgendaQueries } from './agenda-query.js';
import { ComingDates } from './coming-dates.js';
import { PostersController } from './posters.controller.js';
import { WorkshopFeedsController } from './workshop-feeds.controller.js';
import { MyRegistrationsController } from './my-registrations.controller.js';
import { RegistrationController } from './registration.controller.js';
import { RegistrationPages } from './registration-pages.js';
import { RegistrationsController } from './registrations.controller.js';
import { TeamController } from './team.controller.js';
import { ReportsController } from './reports.controller.js';
import { WordsController } from './words.controller.js';
import { WorkshopHeads } from './workshop-heads.js';
import { WorkshopsNewController } from './workshops-new.controller.js';

/**
 * Workshops: proposing one, the agenda, calendars, and what other pages show of them. For everyone. What everybody
 * sees is drawn by the login that has no right to their secrets; hosts have pages of their own, which nobody else may
 * open.
 */
@Module({
  imports: [
    KitModule,
    WritingModule,
    SiteModule,
    CategoriesModule,
    TownsModule,
    ThreadsModule,
    WorkshopsModule,
    RegistrationsModule,
    NoticesModule,
  ],
  controllers: [
    AgendaController,
    AvailabilityController,
    CalendarsController,
    HostsController,
    TeamController,
    MyCalendarController,
    MyRegistrationsController,
    NewWorkshopsController,
    PostersController,
    RegistrationController,
    RegistrationsController,
    ReportsController,
    WordsController,
    WorkshopFeedsController,
    WorkshopsNewController,
  ],
  providers: [
    AgendaQueries,
    CalendarDates,
    CalendarFiles,
    ComingDates,
    HostingPages,
    HostingSlot,
    RegistrationPages,
    WorkshopHeads,
  ],
})
export class WorkshopDoorsModule {}
