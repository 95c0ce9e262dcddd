import { Module } from '@nestjs/common';
import { Corrections } from './corrections.js';
import { FollowCodes } from './follow-codes.js';
import { InstallationSecret } from './installation-secret.js';
import { OwnSubmissions } from './own-submissions.js';
import { Submissions } from './submissions.js';

/**
 * What people send, before anyone else may read it. Its authors come in here, by their account or by the address of
 * their follow page. It never publishes: src/desk does.
 */
@Module({
  providers: [Submissions, OwnSubmissions, Corrections, FollowCodes, InstallationSecret],
  exports: [Submissions, OwnSubmissions, Corrections, FollowCodes, InstallationSecret],
})
export class SubmissionsModule {}
