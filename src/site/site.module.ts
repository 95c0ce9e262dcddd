import { Module } from '@nestjs/common';
import { CurrentSite } from './current-site.js';

/**
 * The forum as a whole: its name, language, time zone and reasons. All folders above may read it, with the reader
 * login. It must never hold a secret, since everybody may know it, and it never writes: the set-up (src/members) and
 * the administration do.
 */
@Module({ providers: [CurrentSite], exports: [CurrentSite] })
export class SiteModule {}
