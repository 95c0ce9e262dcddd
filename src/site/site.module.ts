import { Module } from '@nestjs/common';
import { CurrentSite } from './current-site.js';

/**
 * The forum as a whole: its name, language and time zone. Read with the reader's login and known to everybody; who
 * changes it is the set-up (src/members) and, later, the administrator's settings.
 */
@Module({ providers: [CurrentSite], exports: [CurrentSite] })
export class SiteModule {}
