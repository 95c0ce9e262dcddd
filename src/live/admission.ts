import { Injectable } from '@nestjs/common';
import { Articles } from '../articles/articles.js';
import { Categories } from '../categories/categories.js';
import { OwnSubmissions } from '../submissions/own-submissions.js';
import { Threads } from '../threads/threads.js';
import type { SocketData } from './open-rooms.js';
import type { Room } from './room.js';
import { roomOfSection } from './section-room.js';
import type { Wish } from './wish.js';

/** Which room a wish leads to, through the readers made for that visitor's audience; null as if it did not exist. */
@Injectable()
export class Admission {
  constructor(
    private readonly threads: Threads,
    private readonly categories: Categories,
    private readonly sent: OwnSubmissions,
    private readonly articles: Articles,
  ) {}

  async roomFor({ visitor, language, sites }: SocketData, wish: Wish): Promise<Room | null> {
    const { audience } = visitor;
    // A page elsewhere hears of its own site's sections, and of nothing else.
    if (sites !== null && (wish.of !== 'section' || !sites.includes(wish.site))) return null;
    switch (wish.of) {
      case 'thread': {
        const thread = await this.threads.for(audience).thread(wish.thread);
        return thread && { of: 'thread', thread: thread.id, category: thread.category.id, audience, language };
      }
      case 'category': {
        const category = await this.categories.for(audience).bySlug(wish.slug);
        return category && { of: 'category', category: category.id, slug: category.slug, audience, language };
      }
      case 'section':
        return this.section(wish);
      case 'desk':
        return visitor.isModerator ? { of: 'desk', scope: visitor.desk } : null;
      case 'follow': {
        const submission = await this.sent.one({ token: wish.token });
        return submission && { of: 'submission', submission: submission.id };
      }
    }
  }

  /**
   * One that nobody has made known is a room too: its first comment has to be heard of. For everyone alike, so that
   * entering tells nothing about what waits.
   */
  private async section({ site, identifier }: { site: string; identifier: string }): Promise<Room | null> {
    const section = await this.articles.section('everyone', site, identifier);
    if (section === null) return null;
    const article = { site, identifier: section.article?.identifier ?? identifier };
    return { of: 'section', asked: roomOfSection({ site, identifier }), article, category: section.category.id, thread: section.thread };
  }

  /** Whether whoever was let into a room would be let in today. */
  async stillOpen(room: Room): Promise<boolean> {
    if (room.of === 'thread') return (await this.threads.for(room.audience).thread(room.thread)) !== null;
    if (room.of === 'category') return (await this.categories.for(room.audience).byId(room.category)) !== null;
    if (room.of === 'section') return (await this.articles.section('everyone', room.article.site, room.article.identifier)) !== null;
    return true;
  }
}
