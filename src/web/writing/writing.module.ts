import { Module } from '@nestjs/common';
import { AlreadyThere } from './already-there.js';
import { FilesDoor } from './files-door.js';
import { ArticlesModule } from '../../articles/articles.module.js';
import { CasesModule } from '../../cases/cases.module.js';
import { CategoriesModule } from '../../categories/categories.module.js';
import { SearchModule } from '../../search/search.module.js';
import { ThreadsModule } from '../../threads/threads.module.js';
import { KitModule } from '../kit/kit.module.js';
import { CategoryChoices } from './category-choice.js';
import { PreviewController } from './preview.controller.js';
import { UploadBlackOutsController } from './upload-black-outs.controller.js';
import { UploadPicturesController } from './upload-pictures.controller.js';
import { Sending } from './sending.js';
import { WritingPages } from './writing-pages.js';
import { UploadsModule } from '../../uploads/uploads.module.js';
import { FilesComing } from './files-coming.js';
import { JoinsPictures } from './joins-pictures.js';
import { Openings } from './openings.js';
import { Places } from './places.js';
import { UploadSlipsController } from './upload-slips.controller.js';
import { UploadsController } from './uploads.controller.js';
import { SubmissionsModule } from '../../submissions/submissions.module.js';
import { ReceptionModule } from '../../reception/reception.module.js';

/**
 * What all forms for writing have in common: the form, its preview, its sending, and where the author is led after it.
 * The wings that have such forms use it. It must never store anything itself: src/reception does.
 */
@Module({
  imports: [
    ArticlesModule,
    CasesModule,
    CategoriesModule,
    ReceptionModule,
    SubmissionsModule,
    KitModule,
    ThreadsModule,
    SearchModule,
    UploadsModule,
  ],
  controllers: [
    PreviewController,
    UploadsController,
    UploadSlipsController,
    UploadBlackOutsController,
    UploadPicturesController,
  ],
  providers: [
    AlreadyThere,
    CategoryChoices,
    Sending,
    WritingPages,
    FilesComing,
    FilesDoor,
    JoinsPictures,
    Openings,
    Places,
  ],
  exports: [
    FilesDoor,
    CategoryChoices,
    Sending,
    WritingPages,
    FilesComing,
    JoinsPictures,
    Openings,
    Places,
    UploadsModule,
  ],
})
export class WritingModule {}
