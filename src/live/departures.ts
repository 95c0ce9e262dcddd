import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { NewsWire } from '../events/news-wire.js';
import { Admission } from './admission.js';
import { Handshake } from './handshake.js';
import { OpenRooms } from './open-rooms.js';
import type { CategoryRoom, SectionRoom, ThreadRoom } from './room.js';

const ROUND = 60_000;

/**
 * Who has to go: sockets whose session ended or whose member changed, and whole rooms whose audience narrowed. It acts
 * on the news and, for sessions that end by growing old, on a round each minute.
 */
@Injectable()
export class Departures implements OnModuleInit, OnApplicationShutdown {
  /** Counts whatever may have made a handshake that is being read untrue. */
  count = 0;
  /** Counts whatever may have made an admission that is being read untrue. */
  narrowings = 0;
  private readonly log = new Logger('live');
  private rounds: NodeJS.Timeout | undefined;

  constructor(
    private readonly wire: NewsWire,
    private readonly rooms: OpenRooms,
    private readonly admission: Admission,
    private readonly handshake: Handshake,
  ) {}

  onModuleInit(): void {
    this.wire.on('SessionEnded', ({ session }) => {
      this.count++;
      this.rooms.close((visitor) => visitor.session === session);
    });
    this.wire.on('MemberChanged', ({ member }) => {
      this.count++;
      this.rooms.close((visitor) => visitor.member?.id === member);
    });
    this.wire.on('CategoryChanged', ({ category }) => {
      this.narrowings++;
      // A thread may have changed its category since its room was entered, so all their rooms are asked for.
      this.guarded(this.emptyNarrowed((room) => room.of === 'thread' || room.category === category));
    });
    this.wire.on('ThreadUnlisted', ({ thread }) => {
      this.narrowings++;
      this.guarded(this.emptyNarrowed((room) => room.of === 'thread' && room.thread === thread));
    });
    this.wire.onMissed(() => {
      this.count++;
      this.narrowings++;
      this.guarded(this.closeEnded());
      this.guarded(this.emptyNarrowed(() => true));
      this.rooms.sayToAll('catch-up');
    });
    this.rounds = setInterval(() => this.guarded(this.closeEnded()), ROUND).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.rounds);
  }

  /** When it cannot be known whether a room is still open, it is emptied. */
  private async emptyNarrowed(which: (room: ThreadRoom | CategoryRoom | SectionRoom) => boolean): Promise<void> {
    const rooms = [...this.rooms.all('thread'), ...this.rooms.all('category'), ...this.rooms.all('section')].filter(which);
    await Promise.all(rooms.map(async (room) => {
      if (!(await this.admission.stillOpen(room).catch(() => false))) this.rooms.empty(room);
    }));
  }

  private async closeEnded(): Promise<void> {
    for (const socket of this.rooms.membersSockets()) {
      const { visitor } = await this.handshake.whoSent(socket.handshake.headers);
      if (visitor.session !== socket.data.visitor.session || visitor.role !== socket.data.visitor.role) socket.disconnect(true);
    }
  }

  private guarded(work: Promise<void>): void {
    work.catch((problem: unknown) => this.log.error(problem instanceof Error ? problem.stack : problem));
  }
}
