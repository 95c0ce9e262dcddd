import type { IncomingMessage } from 'node:http';
import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import { type OnGatewayConnection, type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import { ErrorLog } from '../errors/error-log.js';
import { Admission } from './admission.js';
import { Departures } from './departures.js';
import { Door } from './door.js';
import { Handshake } from './handshake.js';
import type { JoinAnswer } from './messages.js';
import { closeOnFlood } from './close-on-flood.js';
import { type LiveServer, type LiveSocket, OpenRooms, type SocketData } from './open-rooms.js';
import type { Entry } from './room.js';
import { SharedReadings } from './shared-readings.js';
import { closeSlowReaders } from './slow-readers.js';
import { readRoomName, type RoomName } from './room-name.js';

const MOST_ROOMS = 20;

/** What a request led to, and how many audiences had narrowed and how much had been added when it was made. */
interface Admitted {
  entry: Entry | null;
  narrowings: number;
  additions: number;
}

/** The only entry to the sockets: clients only ever ask to enter a room. */
@WebSocketGateway()
export class LiveGateway implements OnGatewayInit<LiveServer>, OnGatewayConnection<LiveSocket>, OnApplicationShutdown {
  private readonly errors = new ErrorLog(new Logger('live'));
  private readonly admissions = new SharedReadings<Admitted>();
  private readonly greetings = new SharedReadings<SocketData>();
  private stopRounds = (): void => undefined;

  constructor(
    private readonly rooms: OpenRooms,
    private readonly admission: Admission,
    private readonly departures: Departures,
    private readonly handshake: Handshake,
    private readonly door: Door,
  ) {}

  afterInit(server: LiveServer): void {
    this.rooms.serve(server);
    this.stopRounds = closeSlowReaders(server.engine);
    server.engine.on('connection', (connection: Parameters<typeof closeOnFlood>[0] & { request: IncomingMessage }) =>
      closeOnFlood(connection, this.door.packetsOf(connection.request)),
    );
    server.use(async (socket, next) => {
      // What a socket asks for is read when its place on the network has its turn.
      const inTurn = this.door.turnsOf(socket.request);
      socket.use((_event, goOn) => inTurn(() => goOn()));
      next(await this.identify(socket));
    });
  }

  onApplicationShutdown(): void {
    this.stopRounds();
  }

  /**
   * A session may have ended while the handshake was being read. There was no socket then that its end could have
   * closed: it is closed here.
   *
   * `@SubscribeMessage` is not used: it would make a chain of observables for each socket and each answer, and most
   * sockets ask once.
   */
  handleConnection(socket: LiveSocket): void {
    if (socket.data.departures !== this.departures.count) socket.disconnect(true);
    else
      socket.on('join', async (said: unknown, tell: unknown) => {
        const answer = await this.join(socket, said);
        if (typeof tell === 'function') tell(answer);
      });
  }

  /** Never fails: whoever speaks into a socket gets an answer, and ends nothing but their own connection. */
  private async join(socket: LiveSocket, said: unknown): Promise<JoinAnswer> {
    try {
      const room = readRoomName(said);
      if (room === null) return { error: 'malformed' };
      if (!socket.data.mayJoin()) return { error: 'too-many' };
      return await this.enter(socket, room);
    } catch (problem) {
      this.errors.note(problem);
      return { error: 'unavailable' };
    }
  }

  /**
   * Asks again when an audience has narrowed meanwhile: the room may have been emptied before this socket was in it.
   */
  private async enter(socket: LiveSocket, room: RoomName): Promise<JoinAnswer> {
    for (;;) {
      const { entry, narrowings, additions } = await this.admitted(socket.data, room);
      if (entry === null) return { error: 'not-found' };
      if (narrowings !== this.departures.narrowings) continue;
      // Socket.IO counts a room of its own for each socket.
      if (socket.rooms.size > MOST_ROOMS) return { error: 'too-many' };
      // What was added since `last` was read is not part of it, and this socket has not heard of it, being in no room
      // yet.
      return this.rooms.enter(socket, additions === this.departures.additions ? entry : { room: entry.room });
    }
  }

  /** One reading serves all who may read the same and ask for the same room at the same time. */
  private admitted(data: SocketData, room: RoomName): Promise<Admitted> {
    const { visitor, language, sites } = data;
    const key = JSON.stringify([
      visitor.audience,
      visitor.isModerator && [visitor.member?.id, visitor.desk],
      language,
      sites,
      room,
    ]);
    const { narrowings, additions } = this.departures;
    return this.admissions.read(key, async () => ({
      entry: await this.admission.entryTo(data, room),
      narrowings,
      additions,
    }));
  }

  /** Once for the life of the socket. @returns why it cannot be opened */
  private async identify(socket: LiveSocket): Promise<Error | undefined> {
    const departures = this.departures.count;
    try {
      const { headers } = socket.handshake;
      // All visitors without a cookie whose pages have one origin get the same answer.
      const key = JSON.stringify([
        headers.cookie,
        headers.host,
        headers.origin,
        headers['sec-fetch-site'],
        departures,
      ]);
      const known = await this.greetings.read(key, () => this.handshake.whoSent(headers));
      Object.assign(socket.data, known, { departures, mayJoin: this.door.joinsOf(socket.request) });
      return undefined;
    } catch (problem) {
      this.errors.note(problem);
      return new Error('unavailable');
    }
  }
}
