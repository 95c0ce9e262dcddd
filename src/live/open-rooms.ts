import { Injectable } from '@nestjs/common';
import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { Language, Visitor } from '../visitors/visitor.js';
import type { ClientSays, JoinAnswer, ServerSays } from './messages.js';
import type { Allowance } from './door.js';
import { NewsOfDesk } from './news-of-desk.js';
import { type Entry, nameOf, type Room } from './room.js';

/** What is known of a socket: who is behind it, read once at the handshake. */
export interface SocketData {
  visitor: Visitor;
  language: Language;
  /** The slugs of the sites whose page this is, where it is a page elsewhere; null for pages of ours. */
  sites: readonly string[] | null;
}

type Data = SocketData & {
  /** How many departures there had been when the handshake was read. */
  departures: number;
  /** Whether it may ask for one more room. */
  mayJoin: Allowance;
};
export type LiveServer = Server<ClientSays, ServerSays, DefaultEventsMap, Data>;
export type LiveSocket = Socket<ClientSays, ServerSays, DefaultEventsMap, Data>;

/** The rooms in which somebody is, in this process; every process tells its own sockets. */
@Injectable()
export class OpenRooms {
  private server: LiveServer | null = null;
  private readonly open = new Map<string, Room>();

  constructor(private readonly newsOfDesk: NewsOfDesk) {}

  serve(server: LiveServer): void {
    this.server = server;
    // Socket.IO forgets a room when the last socket leaves it; so do we.
    server.of('/').adapter.on('delete-room', (name: string) => this.open.delete(name));
  }

  /**
   * A socket that has gone meanwhile enters nothing. Whoever enters is told what there is, of a desk what it heard
   * last.
   */
  enter(socket: LiveSocket, { room, last }: Entry): JoinAnswer {
    const name = nameOf(room);
    if (socket.connected) {
      this.open.set(name, room);
      void socket.join(name);
    }
    if (room.of === 'desk') return { ok: true, last: this.newsOfDesk.last(room.scope) };
    return last === undefined ? { ok: true } : { ok: true, last };
  }

  /** What is known of a room has changed; it goes by the same name. */
  update(room: Room): void {
    if (this.open.has(nameOf(room))) this.open.set(nameOf(room), room);
  }

  all<K extends Room['of']>(of: K): Extract<Room, { of: K }>[] {
    return [...this.open.values()].filter((room): room is Extract<Room, { of: K }> => room.of === of);
  }

  say<E extends keyof ServerSays>(room: Room, event: E, ...message: Parameters<ServerSays[E]>): void {
    this.server?.to(nameOf(room)).emit(event, ...message);
  }

  sayToAll<E extends keyof ServerSays>(event: E, ...message: Parameters<ServerSays[E]>): void {
    this.server?.emit(event, ...message);
  }

  /** Nobody hears this room any more; their sockets stay open for their other rooms. */
  empty(room: Room): void {
    this.server?.in(nameOf(room)).socketsLeave(nameOf(room));
  }

  /** Sockets that were opened with a session. */
  membersSockets(): LiveSocket[] {
    return [...(this.server?.of('/').sockets.values() ?? [])].filter((socket) => !socket.data.visitor.isGuest);
  }

  /** Closes the sockets of the visitors for whom `leaves` is true. */
  close(leaves: (visitor: Visitor) => boolean): void {
    for (const socket of this.membersSockets()) if (leaves(socket.data.visitor)) socket.disconnect(true);
  }
}
