import type { IncomingMessage, ServerResponse } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import type { Server } from 'socket.io';
import { CONFIG, type Config, type Limit } from '../config/config.js';
import { KnownHosts } from '../visitors/known-hosts.js';
import { Places } from '../visitors/places.js';
import { FairTurns } from './fair-turns.js';
import { Meter } from './meter.js';
import { Meters } from './meters.js';
import { refuse } from './refuse.js';

type Engine = Server['engine'];

/** How many times as much all sockets of one place may ask for together as one socket. */
const SOCKETS_OF_A_PLACE = 20;
/** A connection is closed when it sends this many times as much as all sockets of its place may ask for. */
const FLOOD = 10;

/** Counts one more. @returns whether that is still within the limit */
export type Allowance = () => boolean;

/**
 * Checks every handshake before any work is done: is the host name ours, is there room for one more socket, does this
 * place on the network open too many? What is refused here costs a line of text, and the page that is not let in works
 * as without a socket.
 */
@Injectable()
export class Door {
  private readonly hosts: KnownHosts;
  private readonly places: Places;
  private readonly opened: Meters;
  private readonly joins: Meters;
  private readonly packets: Meters;
  private readonly join: Limit;
  private readonly most: number;
  private readonly turns = new FairTurns();
  /** Network and name of the place of each connection: both are needed several times and cost much to find. */
  private readonly networks = new WeakMap<IncomingMessage, string>();
  private readonly names = new WeakMap<IncomingMessage, string>();

  constructor(@Inject(CONFIG) config: Config) {
    const { socket, join } = config.limits;
    this.hosts = new KnownHosts(config);
    this.places = new Places(config);
    this.join = times(join, config.limitFactor);
    this.opened = new Meters(times(socket, config.limitFactor));
    this.joins = new Meters(times(this.join, SOCKETS_OF_A_PLACE));
    this.packets = new Meters(times(this.join, SOCKETS_OF_A_PLACE * FLOOD));
    this.most = config.socketsMax;
  }

  guard(engine: Engine): void {
    engine.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
      this.turnsOf(request)(() => {
        const refusal = this.refusal(request, engine.clientsCount);
        if (refusal === null) next();
        else refuse(request, response, refusal);
      });
    });
  }

  /** Work for this connection is done when its place on the network has its turn. */
  turnsOf(request: IncomingMessage): (work: () => void) => void {
    const network = this.networkOf(request);
    return (work) => this.turns.take(network, work);
  }

  /** The allowance for the rooms that one socket asks for. */
  joinsOf(request: IncomingMessage): Allowance {
    const [place, own] = [this.placeOf(request), new Meter(this.join)];
    return () => own.take() && this.joins.take(place);
  }

  /** The allowance for all that one connection sends; beyond it, the connection is closed. */
  packetsOf(request: IncomingMessage): Allowance {
    const [place, own] = [this.placeOf(request), new Meter(times(this.join, FLOOD))];
    return () => own.take() && this.packets.take(place);
  }

  private placeOf(request: IncomingMessage): string {
    const place = this.names.get(request) ?? this.places.nameOf(this.networkOf(request));
    this.names.set(request, place);
    return place;
  }

  private networkOf(request: IncomingMessage): string {
    const network = this.networks.get(request) ?? this.places.networkOf(request);
    this.networks.set(request, network);
    return network;
  }

  private refusal(request: IncomingMessage, open: number): 421 | 429 | 503 | null {
    if (!this.hosts.knows(request.headers.host, request.socket)) return 421;
    // A request that polls names the connection (`sid`) that it was given at the first one, and so does a connection
    // that changes from polling to a web socket: neither is a new connection.
    if (/[?&]sid=/.test(request.url ?? '')) return null;
    if (open >= this.most) return 503;
    return this.opened.take(this.placeOf(request)) ? null : 429;
  }
}

function times({ points, seconds }: Limit, factor: number): Limit {
  return { points: points * factor, seconds };
}
