import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.js';
import { CategoriesModule } from '../categories/categories.module.js';
import { DeskModule } from '../desk/desk.module.js';
import { SiteModule } from '../site/site.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { ThreadsModule } from '../threads/threads.module.js';
import { VisitorsModule } from '../visitors/visitors.module.js';
import { Admission } from './admission.js';
import { Departures } from './departures.js';
import { DeskNews } from './desk-news.js';
import { Fragments } from './fragments.js';
import { Handshake } from './handshake.js';
import { ListNews } from './list-news.js';
import { LiveGateway } from './live.gateway.js';
import { OpenRooms } from './open-rooms.js';
import { SectionNews } from './section-news.js';
import { ThreadNews } from './thread-news.js';

/**
 * What is said over sockets. Clients only ask to enter a room; everything else goes from us to them, hangs on the news
 * alone, and is the page's own part, read through the readers made for an audience. It must never write, never look at
 * what waits (it counts, and says that something changed), and never say in one room what another may not hear.
 */
@Module({
  imports: [SiteModule, VisitorsModule, CategoriesModule, ThreadsModule, ArticlesModule, SubmissionsModule, DeskModule],
  providers: [LiveGateway, Handshake, Admission, OpenRooms, Departures, Fragments, ThreadNews, ListNews, DeskNews, SectionNews],
})
export class LiveModule {}
