import { Module } from '@nestjs/common';
import { CategoriesModule } from '../../categories/categories.module.js';
import { DocumentsModule } from '../../documents/documents.module.js';
import { ThreadsModule } from '../../threads/threads.module.js';
import { DeskModule } from '../../desk/desk.module.js';
import { KitModule } from '../kit/kit.module.js';
import { WritingModule } from '../writing/writing.module.js';
import { AnchorsController } from './anchors.controller.js';
import { CallController } from './call.controller.js';
import { CategoryController } from './category.controller.js';
import { CompletionsController } from './completions.controller.js';
import { EditsController } from './edits.controller.js';
import { Bindery } from './files/bindery.js';
import { FilesController } from './files/files.controller.js';
import { ThreadFiles } from './files/thread-files.js';
import { HomeController } from './home.controller.js';
import { HomeLists } from './home-lists.js';
import { NewThreadsController } from './new-threads.controller.js';
import { PermalinkController } from './permalink.controller.js';
import { PostActs } from './post-acts.js';
import { PostHistoryController } from './post-history.controller.js';
import { PostsSinceController } from './posts-since.controller.js';
import { RecentController } from './recent.controller.js';
import { QuotedText } from './quoted-text.js';
import { QuestionsView } from './questions-view.js';
import { ReadingView } from './reading-view.js';
import { RecordSlot } from './record-slot.js';
import { RepliesController } from './replies.controller.js';
import { ReportsController } from './reports.controller.js';
import { ShareController } from './share.controller.js';
import { Sinces } from './sinces.js';
import { TeamSlots } from './team-slots.js';
import { ThreadDrawing } from './thread-drawing.js';
import { ThreadSlots } from './thread-slots.js';
import { ThreadsOfTown } from './town-threads.js';
import { TagsController } from './tags.controller.js';
import { ThreadController } from './thread.controller.js';
import { ThreadsNewController } from './threads-new.controller.js';
import { UnreadController } from './unread.controller.js';
import { UnreadSlots } from './unread-slots.js';
import { UserController } from './user.controller.js';
import { SubmissionsModule } from '../../submissions/submissions.module.js';

/**
 * The forum as its readers see it: home, categories, threads, posts, members' pages, and the forms for writing there.
 * It is for everyone. It reads published things, for one audience, and hands new texts to `writing`. It must never
 * decide about a text, nor read one that waits, except to its author.
 */
@Module({
  imports: [SubmissionsModule, KitModule, WritingModule, CategoriesModule, DocumentsModule, ThreadsModule, DeskModule],
  controllers: [
    AnchorsController,
    CallController,
    CategoryController,
    CompletionsController,
    EditsController,
    FilesController,
    HomeController,
    NewThreadsController,
    PermalinkController,
    PostHistoryController,
    PostsSinceController,
    RecentController,
    RepliesController,
    ReportsController,
    ShareController,
    TagsController,
    ThreadController,
    ThreadsNewController,
    UnreadController,
    UserController,
  ],
  providers: [
    Bindery,
    HomeLists,
    PostActs,
    QuestionsView,
    QuotedText,
    ReadingView,
    RecordSlot,
    Sinces,
    TeamSlots,
    ThreadDrawing,
    ThreadFiles,
    ThreadSlots,
    ThreadsOfTown,
    UnreadSlots,
  ],
})
export class ThreadDoorsModule {}
