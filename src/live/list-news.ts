import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NewsWire } from '../events/news-wire.js';
import { Fragments } from './fragments.js';
import { InOrder } from './in-order.js';
import { OpenRooms } from './open-rooms.js';
import type { CategoryRoom } from './room.js';

/** Says in a category's rooms that a thread came into its list, or left it. */
@Injectable()
export class ListNews implements OnModuleInit {
  private readonly turns = new InOrder<number>();

  constructor(
    private readonly wire: NewsWire,
    private readonly rooms: OpenRooms,
    private readonly fragments: Fragments,
  ) {}

  onModuleInit(): void {
    this.wire.on('ThreadPublished', ({ category, thread }) => this.list(category, thread));
    this.wire.on('ThreadListed', ({ category, thread }) => this.list(category, thread));
    this.wire.on('ThreadUnlisted', ({ category, thread }) =>
      this.turns.run(category, async () => {
        for (const room of this.roomsOf(category))
          this.rooms.say(room, 'thread-left', { thread, category: room.slug });
      }),
    );
  }

  private list(category: number, thread: number): void {
    const work = async (): Promise<void> => {
      for (const room of this.roomsOf(category)) {
        const html = await this.fragments.threadRow(room, thread);
        if (html !== null) this.rooms.say(room, 'thread-published', { thread, category: room.slug, html });
      }
    };
    this.turns.run(category, work, () => this.roomsOf(category).forEach((room) => this.rooms.say(room, 'catch-up')));
  }

  private roomsOf(category: number): CategoryRoom[] {
    return this.rooms.all('category').filter((room) => room.category === category);
  }
}
