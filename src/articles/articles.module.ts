import { Module } from '@nestjs/common';
import { Articles } from './articles.js';
import { HostSites } from './host-sites.js';
import { Signatures } from './signatures.js';

/**
 * Pages elsewhere whose comments are here: which site, which article, and which thread. All folders above may use it,
 * and everything that it answers is public; of a site's key it only says whether a signature is right. It must never
 * make a row for an article because of a comment that waits: only an administrator or publish() does.
 */
@Module({
  providers: [Articles, HostSites, Signatures],
  exports: [Articles, HostSites, Signatures],
})
export class ArticlesModule {}
