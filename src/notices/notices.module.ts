import { Module } from '@nestjs/common';
import { DeskModule } from '../desk/desk.module.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { MailModule } from '../mail/mail.module.js';
import { SiteModule } from '../site/site.module.js';
import { Alerts } from './alerts.js';
import { Confirmations } from './confirmations.js';
import { DeskFeeds } from './desk-feeds.js';
import { LetterDrawing } from './letter-drawing.js';
import { LetterWords } from './letter-words.js';
import { MailChoices } from './mail-choices.js';
import { Notices } from './notices.js';
import { Outbox } from './outbox.js';
import { SendingWork } from './sending-work.js';
import { TellingWork } from './telling-work.js';
import { Tidying } from './tidying.js';
import { Unseen } from './unseen.js';
import { Unsubscribing } from './unsubscribing.js';

/** What the doors use of it. */
const OPEN = [
  Confirmations,
  DeskFeeds,
  MailChoices,
  Notices,
  Unseen,
  Unsubscribing,
];

/**
 * Who is told what, after the fact: authors what was decided and answered, moderators that something waits for too long. A
 * mail cannot be called back, so it leaves when a decision cannot be undone in passing any more, asks once more whether
 * it is still so, carries links and no text of anybody, and goes to confirmed addresses alone.
 */
@Module({
  imports: [JobsModule, MailModule, SiteModule, DeskModule],
  providers: [...OPEN, Outbox, LetterDrawing, LetterWords, SendingWork, TellingWork, Alerts, Tidying],
  exports: [MailModule, ...OPEN],
})
export class NoticesModule {}
