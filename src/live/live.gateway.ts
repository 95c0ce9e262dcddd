import { Inject, Logger } from '@nestjs/common';
import { ConnectedSocket, MessageBody, type OnGatewayConnection, type OnGatewayInit, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { CONFIG, type Config, type Limit } from '../config/config.js';
import { Admission } from './admission.js';
import { Departures } from './departures.js';
import { Handshake } from './handshake.js';
import type { JoinAnswer } from './messages.js';
import { closeOnFlood, Meter } from './meter.js';
import { type LiveServer, type LiveSocket, OpenRooms } from './open-rooms.js';
import { readWish, type Wish } from './wish.js';

const MOST_ROOMS = 20;
/** How far beyond what a page may ask somebody has to go before the door is shut. */
const FLOOD = 10;

/** The one door of the live part: clients only ever ask to enter a room. */
@WebSocketGateway()
export class LiveGateway implements OnGatewayInit<LiveServer>, OnGatewayConnection<LiveSocket> {
  private readonly log = new Logger('live');
  private readonly limit: Limit;

  constructor(
    private readonly rooms: OpenRooms,
    private readonly admission: Admission,
    private readonly departures: Departures,
    private readonly handshake: Handshake,
    @Inject(CONFIG) { limits, limitFactor }: Config,
  ) {
    this.limit = { ...limits.socket, points: limits.socket.points * limitFactor };
  }

  afterInit(server: LiveServer): void {
    this.rooms.serve(server);
    const flood = { ...this.limit, points: this.limit.points * FLOOD };
    server.engine.on('connection', (connection: Parameters<typeof closeOnFlood>[0]) => closeOnFlood(connection, flood));
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
    if (!socket.data.meter.take()) return { error: 'too-many' };
    try {
      return await this.enter(socket, wish);
    } catch (problem) {
      this.report(problem);
      return { error: 'unavailable' };
    }
  }

  /** Asked again when an audience narrowed meanwhile: the room may have been emptied before this socket was in it. */
  private async enter(socket: LiveSocket, wish: Wish): Promise<JoinAnswer> {
    for (;;) {
      const { narrowings } = this.departures;
      const room = await this.admission.roomFor(socket.data, wish);
      if (room === null) return { error: 'not-found' };
      if (narrowings !== this.departures.narrowings) continue;
      // Socket.IO counts a room of its own for each socket.
      if (socket.rooms.size > MOST_ROOMS) return { error: 'too-many' };
      if (socket.connected) this.rooms.enter(socket, room);
      return { ok: true };
    }
  }

  /** Once for the life of the socket. @returns why it cannot be opened */
  private async identify(socket: LiveSocket): Promise<Error | undefined> {
    const departures = this.departures.count;
    try {
      Object.assign(socket.data, await this.handshake.whoSent(socket.handshake.headers), { departures, meter: new Meter(this.limit) });
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
