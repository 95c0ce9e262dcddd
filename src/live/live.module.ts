import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.js';
import { CategoriesModule } from '../categories/categories.module.js';
import { DeskModule } from '../desk/desk.module.js';
import { SiteModule } from '../site/site.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { ThreadsModule } from '../threads/threads.module.js';
import { VisitorsModule } from '../visitors/visitors.module.js';
import { WorkshopsModule } from '../workshops/workshops.module.js';
import { Admission } from './admission.js';
import { Departures } from './departures.js';
import { DeskNews } from './desk-news.js';
import { Door } from './door.js';
import { Fragments } from './fragments.js';
import { Handshake } from './handshake.js';
import { ListNews } from './list-news.js';
import { LiveGateway } from './live.gateway.js';
import { NewsOfDesk } from './news-of-desk.js';
import { OpenRooms } from './open-rooms.js';
import { SectionNews } from './section-news.js';
import { ThreadNews } from './thread-news.js';

/**
 * Messages over sockets. Clients may only ask to enter a room; everything else goes from the server to them, is caused
 * by news alone, and carries the same HTML as the page, read for the room's audience. It must never write, never read
 * submissions that wait (it counts them, and says that something changed), and never send to a room what its audience
 * may not read.
 */
@Module({
  imports: [
    SiteModule,
    VisitorsModule,
    CategoriesModule,
    ThreadsModule,
    WorkshopsModule,
    ArticlesModule,
    SubmissionsModule,
    DeskModule,
  ],
  providers: [
    LiveGateway,
    Door,
    Handshake,
    Admission,
    OpenRooms,
    Departures,
    Fragments,
    ThreadNews,
    ListNews,
    DeskNews,
    NewsOfDesk,
    SectionNews,
  ],
  exports: [NewsOfDesk],
})
export class LiveModule {}
