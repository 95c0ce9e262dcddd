import { Module } from '@nestjs/common';
import { DocumentsModule } from '../../documents/documents.module.js';
import { TownsModule } from '../../towns/towns.module.js';
import { KitModule } from '../kit/kit.module.js';
import { CategoriesModule } from '../../categories/categories.module.js';
import { LibraryController } from './library.controller.js';
import { DocumentController } from './document.controller.js';
import { DocumentsOfTown } from './documents-of-town.js';
import { DocumentFilesController } from './document-files.controller.js';

/**
 * Documents to be read: their pages, their files, the library. For everyone who may read their posts. It must never
 * open a file without a row that the reader's login has just read.
 */
@Module({
  imports: [KitModule, CategoriesModule, TownsModule, DocumentsModule],
  // Addresses that are written out come before those with a parameter, which would match them, too.
  controllers: [LibraryController, DocumentFilesController, DocumentController],
  providers: [DocumentsOfTown],
})
export class DocumentDoorsModule {}
