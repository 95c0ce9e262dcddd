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

/** What all sockets of a place may ask for together, as a multiple of what one may. */
const SOCKETS_OF_A_PLACE = 20;
/** How far beyond what a page may ask somebody has to go before the door is shut. */
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
  /** Both are asked several times of one connection, and dear. */
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

  /** For whatever costs work: it is done when the place of this connection has its turn. */
  turnsOf(request: IncomingMessage): (work: () => void) => void {
    const network = this.networkOf(request);
    return (work) => this.turns.take(network, work);
  }

  /** For the rooms that one socket asks for. */
  joinsOf(request: IncomingMessage): Allowance {
    const [place, own] = [this.placeOf(request), new Meter(this.join)];
    return () => own.take() && this.joins.take(place);
  }

  /** For whatever one connection says: beyond this it is closed. */
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
    // Polling comes back with the number that it was given, and so does a poller that changes to a web socket.
    if (/[?&]sid=/.test(request.url ?? '')) return null;
    if (open >= this.most) return 503;
    return this.opened.take(this.placeOf(request)) ? null : 429;
  }
}

function times({ points, seconds }: Limit, factor: number): Limit {
  return { points: points * factor, seconds };
}
