import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Queue } from '../desk/queue/queue.js';
import { NewsWire } from '../events/news-wire.js';
import { InOrder } from './in-order.js';
import { OpenRooms } from './open-rooms.js';
import { type DeskRoom, nameOf } from './room.js';

/** Says to each moderator how many wait for them, and on a follow page that its submission changed. */
@Injectable()
export class DeskNews implements OnModuleInit {
  private readonly turns = new InOrder<string>();
  private readonly due = new Set<string>();

  constructor(
    private readonly wire: NewsWire,
    private readonly rooms: OpenRooms,
    private readonly queue: Queue,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.wire.on('QueueChanged', ({ category, submission }) => {
      this.rooms.say({ of: 'submission', submission }, 'submission-changed');
      for (const room of this.concerned(category)) this.count(room);
    });
    this.wire.on('ClaimChanged', ({ category, submission }) => {
      for (const room of this.concerned(category)) this.rooms.say(room, 'claim-changed', { submission });
    });
  }

  /**
   * Desks of other categories must not even hear that something came. A submission without a category concerns those
   * who moderate all of them.
   */
  private concerned(category: number | null): DeskRoom[] {
    return this.rooms
      .all('desk')
      .filter((room) => room.scope === null || (category !== null && room.scope.includes(category)));
  }

  /** However many news came while the last count was being made, one more count covers them all. */
  private count(room: DeskRoom): void {
    const name = nameOf(room);
    if (this.due.has(name)) return;
    this.due.add(name);
    this.turns.run(name, async () => {
      this.due.delete(name);
      const { member, scope } = room;
      const waiting = await this.queue.waiting({ desk: scope, member: { id: member } }, this.clock.now());
      this.rooms.say(room, 'queue-changed', { waiting });
    });
  }
}
