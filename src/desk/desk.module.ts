import { Module } from '@nestjs/common';
import { ReceptionModule } from '../reception/reception.module.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { UploadsModule } from '../uploads/uploads.module.js';
import { CardFiles } from './documents/card-files.js';
import { BlackOutDocuments } from './documents/black-out-documents.js';
import { BulkDrafts } from './bulk/bulk-drafts.js';
import { BulkWork } from './bulk/bulk-work.js';
import { Bulks } from './bulk/bulks.js';
import { Appeals } from './appeals/appeals.js';
import { Calls } from './calls/calls.js';
import { Marks } from './moving/marks.js';
import { Merges } from './moving/merges.js';
import { Moves } from './moving/moves.js';
import { ModeratedThreads } from './moving/moderated-threads.js';
import { ThreadCategories } from './moving/thread-categories.js';
import { Claims } from './queue/claims.js';
import { Contexts } from './queue/contexts.js';
import { DecisionLog } from './decisions/decision-log.js';
import { Decisions } from './decisions/decisions.js';
import { EditablePosts } from './decisions/editable-posts.js';
import { MemberRecords } from './people/member-records.js';
import { Notes } from './people/notes.js';
import { ProfileRemovals } from './people/profile-removals.js';
import { Suspensions } from './people/suspensions.js';
import { Presence } from './queue/presence.js';
import { Queue } from './queue/queue.js';
import { Counting } from './queue/queue-counts.js';
import { WaitingCounts } from './queue/waiting-counts.js';
import { Records } from './queue/records.js';
import { Removals } from './decisions/removals.js';
import { RemovedPosts } from './decisions/removed-posts.js';
import { Reports } from './reports/reports.js';
import { TeamEdits } from './decisions/team-edits.js';
import { Durings } from './during/durings.js';
import { Ties } from './ties/ties.js';
import { Undo } from './undoing/undo.js';

/** The classes that the folders above use. */
const OPEN = [
  CardFiles,
  BlackOutDocuments,
  Queue,
  Counting,
  WaitingCounts,
  Claims,
  Presence,
  Contexts,
  Records,
  Decisions,
  Removals,
  RemovedPosts,
  EditablePosts,
  MemberRecords,
  Notes,
  ProfileRemovals,
  Suspensions,
  TeamEdits,
  Undo,
  DecisionLog,
  BulkDrafts,
  Bulks,
  Reports,
  Appeals,
  Calls,
  Marks,
  ModeratedThreads,
  ThreadCategories,
  Moves,
  Merges,
  Ties,
  Durings,
];

/**
 * The desk: the queue of submissions that wait, the one decision about each, what follows from a decision, and its
 * undoing. It is for moderators, each in the categories that they moderate, and for what readers and authors send to
 * them (reports, appeals). It must never show a waiting submission to anyone else, nor make one public by itself:
 * only src/publishing does, by publish() and settleLockedRows().
 */
@Module({
  imports: [JobsModule, ReceptionModule, UploadsModule],
  providers: [...OPEN, BulkWork],
  exports: [...OPEN],
})
export class DeskModule {}
