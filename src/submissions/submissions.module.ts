import { Module } from '@nestjs/common';
import { Corrections } from './corrections.js';
import { FollowCodes } from './follow-codes.js';
import { InstallationSecret } from './installation-secret.js';
import { OwnSubmissions } from './own-submissions.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { OwnFiles } from './documents/own-files.js';
import { RefusedFiles } from './documents/refused-files.js';
import { WaitingInThreads } from './waiting-in-threads.js';
import { WaitingFiles } from './documents/waiting-files.js';
import { Submissions } from './submissions.js';
import { UploadsModule } from '../uploads/uploads.module.js';

/**
 * Submissions: what people send, before anyone else may read it. It is for their authors, by their account or by the
 * address of their follow page, and for src/reception, which stores new ones. It must never publish one: only
 * src/publishing does.
 */
@Module({
  imports: [DocumentsModule, JobsModule, UploadsModule],
  providers: [
    WaitingFiles,
    OwnFiles,
    RefusedFiles,
    Submissions,
    OwnSubmissions,
    WaitingInThreads,
    Corrections,
    FollowCodes,
    InstallationSecret,
  ],
  exports: [
    WaitingFiles,
    OwnFiles,
    Submissions,
    OwnSubmissions,
    WaitingInThreads,
    Corrections,
    FollowCodes,
    InstallationSecret,
  ],
})
export class SubmissionsModule {}
