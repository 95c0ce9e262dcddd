import { Module } from '@nestjs/common';
import { Categories } from './categories.js';

/**
 * The rooms of the forum. Reads through the reader login, for one audience at a time; a category outside of it is
 * answered like one that was never made. Never writes.
 */
@Module({ providers: [Categories], exports: [Categories] })
export class CategoriesModule {}
