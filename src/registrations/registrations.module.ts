import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module.js';
import { ReceptionModule } from '../reception/reception.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { Admissions } from './admissions.js';
import { DepartedHosts } from './departed-hosts.js';
import { Hosts } from './hosts.js';
import { Erasure } from './erasure.js';
import { OwnRegistrations } from './own-registrations.js';
import { RegistrationChanges } from './registration-changes.js';
import { RegistrationCodes } from './registration-codes.js';
import { Registrations } from './registrations.js';
import { PollErasure } from './polls/poll-erasure.js';
import { Polls } from './polls/polls.js';
import { WorkshopReports } from './reports.js';
import { Story } from './story.js';
import { Team } from './team.js';
import { HostsWords } from './words.js';
import { WorkshopDates } from './workshop-dates.js';

/**
 * Workshops as those see them who run them and who come: hosts, what they do with dates, registrations. Its tables are
 * private and read with the writer's login, each row by its own people alone. It must never show who comes to anybody
 * but the hosts, nor an address that somebody left to anybody at all.
 */
@Module({
  imports: [JobsModule, SubmissionsModule, ReceptionModule],
  providers: [
    Hosts,
    WorkshopDates,
    Story,
    DepartedHosts,
    Admissions,
    Erasure,
    OwnRegistrations,
    RegistrationChanges,
    RegistrationCodes,
    Registrations,
    Polls,
    PollErasure,
    Team,
    HostsWords,
    WorkshopReports,
  ],
  exports: [
    Polls,
    Hosts,
    WorkshopDates,
    Story,
    Admissions,
    Erasure,
    OwnRegistrations,
    RegistrationChanges,
    RegistrationCodes,
    Registrations,
    Team,
    HostsWords,
    WorkshopReports,
  ],
})
export class RegistrationsModule {}
