import { Module } from '@nestjs/common';
import { AboutTown } from './about-town.js';
import { KeptThreads } from './kept-threads.js';
import { LatestPosts } from './latest-posts.js';
import { MappedThreads } from './mapped-threads.js';
import { LatestTexts } from './latest-texts.js';
import { QuotablePosts } from './quotable-posts.js';
import { Tags } from './tags.js';
import { Threads } from './threads.js';
import { Unread } from './unread.js';
import { UsualDelay } from './usual-delay.js';

const READERS = [
  AboutTown,
  Threads,
  KeptThreads,
  LatestPosts,
  LatestTexts,
  MappedThreads,
  Tags,
  QuotablePosts,
  Unread,
  UsualDelay,
];

/**
 * Published threads and posts as readers see them: pages of posts, lists, what is new since. All folders above may use
 * it. Everything is read with the reader login and for one audience, in raw SQL whose cost does not grow with the
 * tables. It must never write, except how far a member has read (unread.ts); only src/publishing makes threads and
 * posts.
 */
@Module({
  providers: [...READERS],
  exports: [...READERS],
})
export class ThreadsModule {}
