import { Module } from '@nestjs/common';
import { Categories } from './categories.js';

/**
 * The categories of the forum, for all folders above. It reads through the reader login, for one audience at a time; a
 * category that this audience may not read is answered like one that does not exist. It must never write.
 */
@Module({ providers: [Categories], exports: [Categories] })
export class CategoriesModule {}
