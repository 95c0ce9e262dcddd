import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NewsWire } from '../events/news-wire.js';
import { Fragments } from './fragments.js';
import { InOrder } from './in-order.js';
import { OpenRooms } from './open-rooms.js';

/** Says in a category's rooms that a thread was opened there. */
@Injectable()
export class ListNews implements OnModuleInit {
  private readonly turns = new InOrder<number>();

  constructor(private readonly wire: NewsWire, private readonly rooms: OpenRooms, private readonly fragments: Fragments) {}

  onModuleInit(): void {
    this.wire.on('ThreadPublished', ({ category, thread }) => {
      const rooms = () => this.rooms.all('category').filter((room) => room.category === category);
      const work = async (): Promise<void> => {
        for (const room of rooms()) {
          const html = await this.fragments.threadRow(room, thread);
          if (html !== null) this.rooms.say(room, 'thread-published', { thread, category: room.slug, html });
        }
      };
      this.turns.run(category, work, () => rooms().forEach((room) => this.rooms.say(room, 'catch-up')));
    });
  }
}
