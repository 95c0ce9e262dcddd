import { Module } from '@nestjs/common';
import { LatestTexts } from './latest-texts.js';
import { QuotablePosts } from './quotable-posts.js';
import { Threads } from './threads.js';
import { Unread } from './unread.js';
import { UsualDelay } from './usual-delay.js';

/**
 * What is published, as readers see it: threads, pages of posts, lists, what is new since. Everything is read with the
 * reader's login and for one audience, in raw SQL whose cost does not grow with the tables. Nothing here writes but the
 * mark of how far a member has read (unread.ts); threads and posts are made at the desk, by publish().
 */
@Module({ providers: [Threads, LatestTexts, QuotablePosts, Unread, UsualDelay], exports: [Threads, LatestTexts, QuotablePosts, Unread, UsualDelay] })
export class ThreadsModule {}
