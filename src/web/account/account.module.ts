import { Module } from '@nestjs/common';
import { MembersModule } from '../../members/members.module.js';
import { VisitorsModule } from '../../visitors/visitors.module.js';
import { ThreadsModule } from '../../threads/threads.module.js';
import { KitModule } from '../kit/kit.module.js';
import { LocalStrategy } from './local.strategy.js';
import { LoginController } from './login.controller.js';
import { LogoutController } from './logout.controller.js';
import { MeController } from './me.controller.js';
import { PasswordGuard } from './password.guard.js';
import { RecoveryController } from './recovery.controller.js';
import { RegisterController } from './register.controller.js';

/**
 * Registration, log-in and log-out and the recovery of an account, for everyone; a member's own settings, for that
 * member. It must never say whether a name exists, nor why a log-in failed.
 */
@Module({
  imports: [KitModule, ThreadsModule, MembersModule, VisitorsModule],
  controllers: [LoginController, LogoutController, MeController, RecoveryController, RegisterController],
  providers: [LocalStrategy, PasswordGuard],
})
export class AccountDoorsModule {}
