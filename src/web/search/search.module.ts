import { Module } from '@nestjs/common';
import { CategoriesModule } from '../../categories/categories.module.js';
import { DocumentsModule } from '../../documents/documents.module.js';
import { SearchModule } from '../../search/search.module.js';
import { TownsModule } from '../../towns/towns.module.js';
import { KitModule } from '../kit/kit.module.js';
import { SearchController } from './search.controller.js';

/**
 * Finding what was published, for everyone. It must never keep what somebody asked, nor tell a page elsewhere what its
 * visitor may read here.
 */
@Module({
  imports: [KitModule, CategoriesModule, SearchModule, DocumentsModule, TownsModule],
  controllers: [SearchController],
})
export class SearchDoorsModule {}
