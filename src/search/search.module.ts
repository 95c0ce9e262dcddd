import { Module } from '@nestjs/common';
import { Search } from './search.js';

/**
 * What was published, found by its words. It reads with the reader's login and for one audience, and keeps nothing of
 * what is asked. It must never know what waits.
 */
@Module({ providers: [Search], exports: [Search] })
export class SearchModule {}
