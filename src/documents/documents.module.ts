import { Module } from '@nestjs/common';
import { Documents } from './documents.js';
import { Library } from './library.js';
import { MappedDocuments } from './mapped-documents.js';
import { FilesFolder } from './files-folder.js';
import { PublishedFiles } from './published-files.js';

/**
 * What is published of documents, and the one place that knows where the bytes of files lie. It is read by the
 * reader's login. It must never write: publish() does.
 */
@Module({
  providers: [FilesFolder, Documents, Library, MappedDocuments, PublishedFiles],
  exports: [FilesFolder, Documents, Library, MappedDocuments, PublishedFiles],
})
export class DocumentsModule {}
