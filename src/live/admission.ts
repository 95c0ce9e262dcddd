import { Injectable } from '@nestjs/common';
import { Categories } from '../categories/categories.js';
import { OwnSubmissions } from '../submissions/own-submissions.js';
import { Threads } from '../threads/threads.js';
import type { SocketData } from './open-rooms.js';
import type { Room } from './room.js';
import type { Wish } from './wish.js';

/** Which room a wish leads to, through the readers made for that visitor's audience; null as if it did not exist. */
@Injectable()
export class Admission {
  constructor(
    private readonly threads: Threads,
    private readonly categories: Categories,
    private readonly sent: OwnSubmissions,
  ) {}

  async roomFor({ visitor, language }: SocketData, wish: Wish): Promise<Room | null> {
    const { audience } = visitor;
    switch (wish.of) {
      case 'thread': {
        const thread = await this.threads.for(audience).thread(wish.thread);
        return thread && { of: 'thread', thread: thread.id, category: thread.category.id, audience, language };
      }
      case 'category': {
        const category = await this.categories.for(audience).bySlug(wish.slug);
        return category && { of: 'category', category: category.id, slug: category.slug, audience, language };
      }
      case 'desk':
        return visitor.isModerator ? { of: 'desk', scope: visitor.desk } : null;
      case 'follow': {
        const submission = await this.sent.one({ token: wish.token });
        return submission && { of: 'submission', submission: submission.id };
      }
    }
  }

  /** Whether whoever was let into a room would be let in today. */
  async stillOpen(room: Room): Promise<boolean> {
    if (room.of === 'thread') return (await this.threads.for(room.audience).thread(room.thread)) !== null;
    if (room.of === 'category') return (await this.categories.for(room.audience).byId(room.category)) !== null;
    return true;
  }
}
