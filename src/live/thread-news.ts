import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NewsWire } from '../events/news-wire.js';
import { Fragments } from './fragments.js';
import { InOrder } from './in-order.js';
import { OpenRooms } from './open-rooms.js';

interface AboutPost {
  thread: number;
  number: number;
}

/** Says in a thread's rooms what happened to its posts, in the order in which it happened. */
@Injectable()
export class ThreadNews implements OnModuleInit {
  private readonly turns = new InOrder<number>();

  constructor(
    private readonly wire: NewsWire,
    private readonly rooms: OpenRooms,
    private readonly fragments: Fragments,
  ) {}

  onModuleInit(): void {
    this.wire.on('PostPublished', (news) => this.tell('post-published', news));
    this.wire.on('PostChanged', (news) => this.tell('post-changed', news));
    this.wire.on('PostTakenDown', (news) => this.tell('post-taken-down', news));
    this.wire.on('PostsMoved', ({ thread, toThread }) => {
      for (const room of this.rooms.all('thread'))
        if (room.thread === thread || room.thread === toThread) this.rooms.say(room, 'catch-up');
    });
    this.wire.on('SeatsChanged', ({ thread }) => this.tellSeats(thread));
    for (const changed of ['ThreadChanged', 'WorkshopChanged'] as const)
      this.wire.on(changed, ({ thread }) => {
        for (const room of this.rooms.all('thread'))
          if (room.thread === thread) this.rooms.say(room, 'thread-changed', { thread });
      });
  }

  private tellSeats(thread: number): void {
    const rooms = () => this.rooms.all('thread').filter((room) => room.thread === thread);
    const work = async (): Promise<void> => {
      for (const room of rooms()) {
        const html = await this.fragments.seats(room);
        if (html !== null) this.rooms.say(room, 'seats-changed', { thread, html });
      }
    };
    this.turns.run(thread, work, () => rooms().forEach((room) => this.rooms.say(room, 'thread-changed', { thread })));
  }

  private tell(event: 'post-published' | 'post-changed' | 'post-taken-down', { thread, number }: AboutPost): void {
    const rooms = () => this.rooms.all('thread').filter((room) => room.thread === thread);
    const work = async (): Promise<void> => {
      for (const room of rooms()) {
        const post = await this.fragments.post(room, number);
        if (post === null) continue;
        const message = { thread, number, html: post.html };
        if (event === 'post-published') this.rooms.say(room, event, message);
        else this.rooms.say(room, event, { ...message, changes: post.changes });
      }
    };
    // When the post can't be read now, the pages are told to ask for it later.
    this.turns.run(thread, work, () => rooms().forEach((room) => this.rooms.say(room, 'catch-up')));
  }
}
