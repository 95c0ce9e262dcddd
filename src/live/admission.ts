import { Injectable } from '@nestjs/common';
import { Articles } from '../articles/articles.js';
import { Categories } from '../categories/categories.js';
import { OwnSubmissions } from '../submissions/own-submissions.js';
import { Threads } from '../threads/threads.js';
import type { SocketData } from './open-rooms.js';
import type { Entry, Room } from './room.js';
import { roomOfSection } from './section-room.js';
import type { RoomName } from './room-name.js';

/**
 * The room that a request leads to, found by the readers for that visitor's audience; null when it does not exist for
 * them.
 */
@Injectable()
export class Admission {
  constructor(
    private readonly threads: Threads,
    private readonly categories: Categories,
    private readonly sent: OwnSubmissions,
    private readonly articles: Articles,
  ) {}

  async entryTo(data: SocketData, name: RoomName): Promise<Entry | null> {
    const { visitor, language, sites } = data;
    const { audience } = visitor;
    // A page elsewhere hears of its own site's sections, and of nothing else.
    if (sites !== null && (name.of !== 'section' || !sites.includes(name.site))) return null;
    switch (name.of) {
      case 'thread': {
        const thread = await this.threads.for(audience).thread(name.thread);
        if (thread === null) return null;
        const room: Room = { of: 'thread', thread: thread.id, category: thread.category.id, audience, language };
        // A page of a thread that was merged into this one shows other posts than this one's page does: it has to ask
        // for what is new.
        return thread.id === name.thread ? { room, last: `${thread.lastNumber}.${thread.changes}` } : { room };
      }
      case 'category': {
        const category = await this.categories.for(audience).bySlug(name.slug);
        if (category === null) return null;
        const last = (await this.threads.for(audience).latestIn(category.id)).join(' ');
        return { room: { of: 'category', category: category.id, slug: category.slug, audience, language }, last };
      }
      case 'section':
        return this.section(name);
      case 'desk':
        return visitor.member !== null && visitor.isModerator
          ? { room: { of: 'desk', member: visitor.member.id, scope: visitor.desk } }
          : null;
      case 'follow': {
        const submission = await this.sent.one({ token: name.token });
        return submission && { room: { of: 'submission', submission: submission.id } };
      }
    }
  }

  /**
   * The section of an article that nobody has made known has a room too, so that its page hears of the first comment.
   * It is the same for everyone, so that entering tells nothing about comments that wait.
   */
  private async section({ site, identifier }: { site: string; identifier: string }): Promise<Entry | null> {
    const section = await this.articles.section('everyone', site, identifier);
    if (section === null) return null;
    const article = { site, identifier: section.article?.identifier ?? identifier };
    const asked = roomOfSection({ site, identifier });
    return { room: { of: 'section', asked, article, category: section.category.id, thread: section.thread } };
  }

  /** Whether the visitors of a room would still be let in now. */
  async stillOpen(room: Room): Promise<boolean> {
    if (room.of === 'thread') return (await this.threads.for(room.audience).thread(room.thread)) !== null;
    if (room.of === 'category') return (await this.categories.for(room.audience).byId(room.category)) !== null;
    if (room.of === 'section')
      return (await this.articles.section('everyone', room.article.site, room.article.identifier)) !== null;
    return true;
  }
}
