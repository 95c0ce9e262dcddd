import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NewsWire } from '../events/news-wire.js';
import { Threads } from '../threads/threads.js';
import { InOrder } from './in-order.js';
import { OpenRooms } from './open-rooms.js';
import type { SectionRoom } from './room.js';

/**
 * Tells the pages of articles elsewhere that their section has changed, but not what: each asks for the fragment again,
 * which is kept and is the same for all of them.
 */
@Injectable()
export class SectionNews implements OnModuleInit {
  private readonly turns = new InOrder<number>();

  constructor(
    private readonly wire: NewsWire,
    private readonly rooms: OpenRooms,
    private readonly threads: Threads,
  ) {}

  onModuleInit(): void {
    for (const news of ['PostPublished', 'PostChanged', 'PostTakenDown', 'ThreadChanged'] as const)
      this.wire.on(news, ({ thread }) => this.tell((room) => room.thread === thread));
    this.wire.on('PostsMoved', ({ thread, toThread }) =>
      this.tell((room) => room.thread === thread || room.thread === toThread),
    );
    this.wire.on('CategoryChanged', ({ category }) => this.tell((room) => room.category === category));
    this.wire.on('ThreadPublished', ({ category, thread }) =>
      this.turns.run(
        thread,
        () => this.open(category, thread),
        () => this.tell((room) => room.category === category),
      ),
    );
  }

  /** The first comment of an article: from now on its room is that of the thread. */
  private async open(category: number, thread: number): Promise<void> {
    if (!this.rooms.all('section').some((room) => room.category === category)) return;
    const article = (await this.threads.for('everyone').thread(thread))?.article;
    if (article == null) return;
    const same = (room: SectionRoom): boolean =>
      room.article.site === article.site && room.article.identifier === article.identifier;
    for (const room of this.rooms.all('section').filter(same)) this.rooms.update({ ...room, thread });
    this.tell(same);
  }

  private tell(which: (room: SectionRoom) => boolean): void {
    for (const room of this.rooms.all('section').filter(which))
      this.rooms.say(room, 'section-changed', { room: room.asked });
  }
}
