import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module.js';
import { MailModule } from '../mail/mail.module.js';
import { SiteModule } from '../site/site.module.js';
import { Alerts } from './alerts.js';
import { ReminderErasure } from './cases/reminder-erasure.js';
import { ReminderLetters } from './cases/reminder-letters.js';
import { Reminders } from './cases/reminders.js';
import { TellingReminders } from './cases/telling-reminders.js';
import { CasesModule } from '../cases/cases.module.js';
import { Confirmations } from './confirmations.js';
import { DeskFeeds } from './desk-feeds.js';
import { LetterContents } from './letter-contents.js';
import { LetterWords } from './letter-words.js';
import { MailChoices } from './mail-choices.js';
import { PaperLetters } from './paper-letters/paper-letters.js';
import { MemberCalendars } from './member-calendars.js';
import { Notices } from './notices.js';
import { Outbox } from './outbox.js';
import { RegistrationLetters } from './workshops/registration-letters.js';
import { TellingRegistrations } from './workshops/telling-registrations.js';
import { WorkshopsWithoutHosts } from './workshops/workshops-without-hosts.js';
import { MailWork } from './mail-work.js';
import { TellingWork } from './telling-work.js';
import { Tidying } from './tidying.js';
import { Unseen } from './unseen.js';
import { Unsubscribing } from './unsubscribing.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';

/** The classes that the routes in src/web use. */
const OPEN = [
  Confirmations,
  DeskFeeds,
  MailChoices,
  MemberCalendars,
  Notices,
  PaperLetters,
  Reminders,
  Unseen,
  Unsubscribing,
];

/**
 * Notices on the site and letters: authors are told what was decided and answered, moderators that a submission waits
 * too long, whoever has registered for a workshop what changes of it, and
 * whoever follows the dates of a case what is due. src/web uses it for the pages. A letter cannot
 * be called back, so it must never leave before the short time for undoing is over, nor without checking again that
 * its content is still true, nor with a text that somebody wrote, nor to an address that is not confirmed.
 */
@Module({
  imports: [CasesModule, SubmissionsModule, JobsModule, MailModule, SiteModule],
  providers: [
    ...OPEN,
    Outbox,
    LetterContents,
    LetterWords,
    RegistrationLetters,
    ReminderLetters,
    MailWork,
    TellingWork,
    TellingRegistrations,
    TellingReminders,
    ReminderErasure,
    WorkshopsWithoutHosts,
    Alerts,
    Tidying,
  ],
  exports: [MailModule, ...OPEN],
})
export class NoticesModule {}
