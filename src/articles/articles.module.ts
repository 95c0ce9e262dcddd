import { Module } from '@nestjs/common';
import { Articles } from './articles.js';
import { HostSites } from './host-sites.js';
import { LatestComments } from './latest-comments.js';
import { Signatures } from './signatures.js';

/**
 * Pages elsewhere whose sections of comments we hold: which site, which article, and where its thread is. Whatever is
 * read here is public; a row of an article is made by an administrator or by publish(), never by something that waits.
 */
@Module({ providers: [Articles, HostSites, LatestComments, Signatures], exports: [Articles, HostSites, LatestComments, Signatures] })
export class ArticlesModule {}
