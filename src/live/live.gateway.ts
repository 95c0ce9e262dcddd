import { Logger } from '@nestjs/common';
import { ConnectedSocket, MessageBody, type OnGatewayConnection, type OnGatewayInit, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { Admission } from './admission.js';
import { Departures } from './departures.js';
import { closeOnFlood } from './flood.js';
import { Handshake } from './handshake.js';
import type { JoinAnswer } from './messages.js';
import { type LiveServer, type LiveSocket, OpenRooms } from './open-rooms.js';
import { readWish, type Wish } from './wish.js';

const MOST_ROOMS = 20;

/** The one door of the live part: clients only ever ask to enter a room. */
@WebSocketGateway()
export class LiveGateway implements OnGatewayInit<LiveServer>, OnGatewayConnection<LiveSocket> {
  private readonly log = new Logger('live');

  constructor(
    private readonly rooms: OpenRooms,
    private readonly admission: Admission,
    private readonly departures: Departures,
    private readonly handshake: Handshake,
  ) {}

  afterInit(server: LiveServer): void {
    this.rooms.serve(server);
    server.engine.on('connection', closeOnFlood);
    server.use(async (socket, next) => next(await this.identify(socket)));
  }

  /** A session that ended while the handshake was being read has no socket yet that its end could close. */
  handleConnection(socket: LiveSocket): void {
    if (socket.data.departures !== this.departures.count) socket.disconnect(true);
  }

  @SubscribeMessage('join')
  async join(@ConnectedSocket() socket: LiveSocket, @MessageBody() said: unknown): Promise<JoinAnswer> {
    const wish = readWish(said);
    if (wish === null) return { error: 'malformed' };
    // Socket.IO counts a room of its own for each socket.
    if (socket.rooms.size > MOST_ROOMS) return { error: 'too-many' };
    try {
      return (await this.enter(socket, wish)) ? { ok: true } : { error: 'not-found' };
    } catch (problem) {
      this.report(problem);
      return { error: 'unavailable' };
    }
  }

  /** Asked again when an audience narrowed meanwhile: the room may have been emptied before this socket was in it. */
  private async enter(socket: LiveSocket, wish: Wish): Promise<boolean> {
    for (;;) {
      const { narrowings } = this.departures;
      const room = await this.admission.roomFor(socket.data, wish);
      if (room === null) return false;
      if (narrowings !== this.departures.narrowings) continue;
      if (socket.connected) this.rooms.enter(socket, room);
      return true;
    }
  }

  /** Once for the life of the socket. @returns why it cannot be opened */
  private async identify(socket: LiveSocket): Promise<Error | undefined> {
    const departures = this.departures.count;
    try {
      Object.assign(socket.data, await this.handshake.whoSent(socket.handshake.headers), { departures });
      return undefined;
    } catch (problem) {
      this.report(problem);
      return new Error('unavailable');
    }
  }

  private report(problem: unknown): void {
    this.log.error(problem instanceof Error ? problem.stack : problem);
  }
}
