import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { ErrorLog } from '../errors/error-log.js';
import { NewsWire } from '../events/news-wire.js';
import { Admission } from './admission.js';
import { Handshake } from './handshake.js';
import { OpenRooms } from './open-rooms.js';
import type { CategoryRoom, SectionRoom, ThreadRoom } from './room.js';

const ROUND = 60_000;
const ADDITIONS = [
  'PostPublished',
  'PostChanged',
  'PostTakenDown',
  'PostsMoved',
  'ThreadPublished',
  'ThreadListed',
  'ThreadUnlisted',
] as const;

/**
 * Closes sockets whose session ended or whose member changed, and empties rooms whose audience narrowed. It acts on
 * news, and once a minute it looks for sessions that have expired.
 */
@Injectable()
export class Departures implements OnModuleInit, OnApplicationShutdown {
  /** Counts the events after which a handshake that is just being read may be out of date. */
  count = 0;
  /** Counts the events after which an admission that is just being read may be out of date. */
  narrowings = 0;
  /** Counts the news after which what an admission has just read of posts and lists may be out of date. */
  additions = 0;
  private readonly errors = new ErrorLog(new Logger('live'));
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
    // A room has one language: the page connects again and enters the room of the new one.
    for (const changed of ['MemberChanged', 'LanguageChosen'] as const)
      this.wire.on(changed, ({ member }) => {
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
    for (const added of ADDITIONS) this.wire.on(added, () => this.additions++);
    this.wire.onMissed(() => {
      this.count++;
      this.additions++;
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

  /** Empties a room as well when it cannot be known whether it is still open. */
  private async emptyNarrowed(which: (room: ThreadRoom | CategoryRoom | SectionRoom) => boolean): Promise<void> {
    const rooms = [...this.rooms.all('thread'), ...this.rooms.all('category'), ...this.rooms.all('section')].filter(
      which,
    );
    await Promise.all(
      rooms.map(async (room) => {
        if (!(await this.admission.stillOpen(room).catch(() => false))) this.rooms.empty(room);
      }),
    );
  }

  private async closeEnded(): Promise<void> {
    for (const socket of this.rooms.membersSockets()) {
      const { visitor } = await this.handshake.whoSent(socket.handshake.headers);
      if (visitor.session !== socket.data.visitor.session || visitor.role !== socket.data.visitor.role)
        socket.disconnect(true);
    }
  }

  private guarded(work: Promise<void>): void {
    work.catch((problem: unknown) => this.errors.note(problem));
  }
}
