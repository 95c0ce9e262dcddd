import { Module } from '@nestjs/common';
import { ThreadsModule } from '../../threads/threads.module.js';
import { DeskModule } from '../../desk/desk.module.js';
import { KitModule } from '../kit/kit.module.js';
import { WritingModule } from '../writing/writing.module.js';
import { FollowedDocumentsController } from './followed-documents.controller.js';
import { MyDocumentsController } from './my-documents.controller.js';
import { FollowController } from './follow.controller.js';
import { FollowedActs } from './followed-acts.js';
import { FollowedPages } from './followed-pages.js';
import { MySubmissionController } from './my-submission.controller.js';
import { MySubmissionsController } from './my-submissions.controller.js';
import { OwnFilePages } from './own-file-pages.js';
import { ProfileTexts } from './profile-texts.js';
import { ProfileController } from './profile.controller.js';
import { WithdrawalsController } from './withdrawals.controller.js';
import { ReceptionModule } from '../../reception/reception.module.js';
import { SubmissionsModule } from '../../submissions/submissions.module.js';

/**
 * The pages on which authors follow what they sent: corrections, withdrawals, appeals, the text of their own page.
 * They are for members, and for guests by the secret address of a follow page. They must never read another person's
 * submissions.
 */
@Module({
  imports: [SubmissionsModule, ReceptionModule, KitModule, WritingModule, ThreadsModule, DeskModule],
  controllers: [
    FollowController,
    FollowedDocumentsController,
    MyDocumentsController,
    MySubmissionController,
    MySubmissionsController,
    ProfileController,
    WithdrawalsController,
  ],
  providers: [FollowedActs, FollowedPages, OwnFilePages, ProfileTexts],
})
export class OwnDoorsModule {}
