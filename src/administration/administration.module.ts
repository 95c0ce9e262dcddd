import { Module } from '@nestjs/common';
import { DeskModule } from '../desk/desk.module.js';
import { BlockedLists } from './blocked-lists.js';
import { CategoryAdministration } from './category-administration.js';
import { Invitations } from './invitations.js';
import { InvitationAcceptance } from './invitation-acceptance.js';
import { DeadlineSettings } from './deadlines/deadline-settings.js';
import { ReasonList } from './reason-list.js';
import { ThemeList } from './theme-list.js';
import { ArticleAdministration } from './host-sites/article-administration.js';
import { HostSiteAdministration } from './host-sites/host-site-administration.js';
import { SectionMerge } from './host-sites/section-merge.js';
import { SiteSettings } from './site-settings.js';

/** The classes that the routes in src/web use. */
const OPEN = [
  BlockedLists,
  CategoryAdministration,
  Invitations,
  InvitationAcceptance,
  DeadlineSettings,
  ReasonList,
  ThemeList,
  ArticleAdministration,
  HostSiteAdministration,
  SectionMerge,
  SiteSettings,
];

/**
 * The settings that administrators change: categories and who moderates them, reasons, blocked words, sites elsewhere
 * and their articles, invitations. Only administrators may use it; moderators read these settings through other
 * folders. It must never change a setting without a row in the log of administration, nor write a text that somebody
 * wrote into that log.
 */
@Module({ imports: [DeskModule], providers: OPEN, exports: OPEN })
export class AdministrationModule {}
