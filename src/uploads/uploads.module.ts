import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { BlackedFiles } from './blacked-files.js';
import { BlackedUploads } from './blacked-uploads.js';
import { Cleanings } from './cleanings.js';
import { ComingFiles } from './coming-files.js';
import { FileCheck } from './file-check.js';
import { JoinedPictures } from './joined-pictures.js';
import { Keeping } from './keeping.js';
import { Recognitions } from './recognitions.js';
import { ResumedUploads } from './resumed-uploads.js';
import { Store } from './store.js';
import { UploadWriting } from './upload-writing.js';
import { Uploads } from './uploads.js';

/**
 * Files before they belong to anything: received, cleaned in a process of their own, kept or erased. All code that
 * stores a file has to use it. It must never serve one.
 */
@Module({
  imports: [DocumentsModule, JobsModule],
  providers: [
    Store,
    Cleanings,
    Keeping,
    FileCheck,
    Uploads,
    BlackedFiles,
    BlackedUploads,
    ComingFiles,
    UploadWriting,
    ResumedUploads,
    JoinedPictures,
    Recognitions,
  ],
  exports: [Uploads, ResumedUploads, JoinedPictures, BlackedFiles, BlackedUploads, Keeping, Store],
})
export class UploadsModule {}
