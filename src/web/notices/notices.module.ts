import { Module } from '@nestjs/common';
import { NoticesModule } from '../../notices/notices.module.js';
import { KitModule } from '../kit/kit.module.js';
import { ConfirmationController } from './confirmation.controller.js';
import { MailChoicesController } from './mail-choices.controller.js';
import { NoticesController } from './notices.controller.js';
import { UnsubscribeController } from './unsubscribe.controller.js';

/**
 * Notices on the site, choices about mail, and the links in letters; for members, and for guests who have such a link.
 * It must never show a mail address to anybody but its owner.
 */
@Module({
  imports: [KitModule, NoticesModule],
  controllers: [ConfirmationController, MailChoicesController, NoticesController, UnsubscribeController],
})
export class NoticeDoorsModule {}
