import { Module } from '@nestjs/common';
import { SiteModule } from '../../site/site.module.js';
import { MembersModule } from '../../members/members.module.js';
import { VisitorsModule } from '../../visitors/visitors.module.js';
import { CategoriesModule } from '../../categories/categories.module.js';
import { ThreadsModule } from '../../threads/threads.module.js';
import { KitModule } from '../kit/kit.module.js';
import { BlockedWordsController } from './blocked-words.controller.js';
import { CategoriesController } from './categories.controller.js';
import { HostArticlesController } from './host-articles.controller.js';
import { HostSitesController } from './host-sites.controller.js';
import { InvitationController } from './invitation.controller.js';
import { InvitationsController } from './invitations.controller.js';
import { MembersController } from './members.controller.js';
import { ReasonsController } from './reasons.controller.js';
import { ThemesController } from './themes.controller.js';
import { SetUpController } from './set-up.controller.js';
import { SiteSettingsController } from './site-settings.controller.js';
import { AdministrationModule } from '../../administration/administration.module.js';

/**
 * The pages and forms of administrators: the first set-up, categories, roles, reasons, blocked words, sites elsewhere
 * and their articles. Only administrators may enter, but for the set-up and
 * for whoever has been invited. No rule may be decided here: the rules are in
 * src/administration.
 */
@Module({
  imports: [
    AdministrationModule,
    KitModule,
    SiteModule,
    MembersModule,
    VisitorsModule,
    CategoriesModule,
    ThreadsModule,
  ],
  controllers: [
    BlockedWordsController,
    CategoriesController,
    HostArticlesController,
    HostSitesController,
    InvitationController,
    InvitationsController,
    MembersController,
    ReasonsController,
    ThemesController,
    SetUpController,
    SiteSettingsController,
  ],
})
export class AdministrationDoorsModule {}
