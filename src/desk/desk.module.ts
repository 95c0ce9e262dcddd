import { Module } from '@nestjs/common';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { BlockedLists } from './administration/blocked-lists.js';
import { CategoryAdministration } from './administration/category-administration.js';
import { ReasonList } from './administration/reason-list.js';
import { BulkDrafts } from './bulk/bulk-drafts.js';
import { BulkWork } from './bulk/bulk-work.js';
import { Bulks } from './bulk/bulks.js';
import { Appeals } from './appeals/appeals.js';
import { Marks } from './moving/marks.js';
import { Merges } from './moving/merges.js';
import { Moves } from './moving/moves.js';
import { ModeratedThreads } from './moving/moderated-threads.js';
import { ThreadCategories } from './moving/thread-categories.js';
import { Claims } from './claims.js';
import { Contexts } from './contexts.js';
import { DecisionLog } from './decision-log.js';
import { Decisions } from './decisions.js';
import { EditablePosts } from './editable-posts.js';
import { FinishedDays } from './finished-days.js';
import { MemberRecords } from './people/member-records.js';
import { Notes } from './people/notes.js';
import { ProfileRemovals } from './people/profile-removals.js';
import { Suspensions } from './people/suspensions.js';
import { ArticleAdministration } from './host-sites/article-administration.js';
import { HostSiteAdministration } from './host-sites/host-site-administration.js';
import { SectionMerge } from './host-sites/section-merge.js';
import { Presence } from './presence.js';
import { PublicLog } from './public-log.js';
import { Queue } from './queue.js';
import { Counting } from './queue-counts.js';
import { Reception } from './reception.js';
import { Records } from './records.js';
import { Removals } from './removals.js';
import { RemovedPosts } from './removed-posts.js';
import { Reports } from './reports/reports.js';
import { FinishedMonths } from './statistics/finished-months.js';
import { Statistics } from './statistics/statistics.js';
import { TeamEdits } from './team-edits.js';
import { Undo } from './undo.js';
import { Withdrawals } from './withdrawals.js';

/** What the doors behind the desk use of it. */
const OPEN = [
  Reception,
  Queue,
  Counting,
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
  Withdrawals,
  Undo,
  DecisionLog,
  FinishedDays,
  PublicLog,
  FinishedMonths,
  Statistics,
  ReasonList,
  CategoryAdministration,
  BlockedLists,
  BulkDrafts,
  Bulks,
  Reports,
  Appeals,
  Marks,
  ModeratedThreads,
  HostSiteAdministration,
  ArticleAdministration,
  SectionMerge,
  ThreadCategories,
  Moves,
  Merges,
];

/**
 * The judgement: what waits, who decides it once, and publish(), the only door to what everyone reads. Moderators come
 * in by the categories that they moderate; nothing here is ever read for anyone else.
 */
@Module({
  imports: [JobsModule, SubmissionsModule],
  providers: [...OPEN, BulkWork],
  exports: [SubmissionsModule, ...OPEN],
})
export class DeskModule {}
