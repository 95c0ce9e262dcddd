import type { JoinAnswer, ServerSays } from '../../../src/live/messages.ts';
import { type Carrier, overWebSocket } from './web-socket.ts';

type Hears = ServerSays & { connect: () => void };

export interface SocketOptions {
  /** Milliseconds before the first attempt to come back, which are doubled each time, and the most. */
  pause: number;
  longestPause: number;
  /** Whether requests may carry the packets where a network lets no web socket through. */
  polls: boolean;
}

/** Milliseconds in which a connection has to be there. */
const PATIENCE = 20_000;

/**
 * A socket of Socket.IO, as much of its protocol as our pages speak: they enter rooms and hear events. The library
 * would be ten times as much to fetch, for every reader. It comes back by itself, whatever ended it.
 */
export class LiveSocket {
  connected = false;
  private readonly hears = new Map<string, Set<(message: never) => void>>();
  private answers: ((answer: JoinAnswer) => void)[] = [];
  private carrier: Carrier | null = null;
  /** Counts the connections, so that what is still said over an old one is nobody's. */
  private life = 0;
  private failures = 0;
  private overRequests = false;
  private patience = PATIENCE;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `forum` is where it is; empty for the site of this page. */
  constructor(
    private readonly forum: string,
    private readonly options: SocketOptions,
  ) {
    // An open socket would keep the page out of the browser's back and forward cache.
    addEventListener('pagehide', () => this.end());
    addEventListener('pageshow', (event) => {
      if (event.persisted) this.open();
    });
    this.open();
  }

  on<E extends keyof Hears>(event: E, hear: Hears[E]): this {
    this.hears.set(event, (this.hears.get(event) ?? new Set()).add(hear));
    return this;
  }

  off<E extends keyof Hears>(event: E, hear: Hears[E]): this {
    this.hears.get(event)?.delete(hear);
    return this;
  }

  /** Does nothing without a connection: whoever wants to be in a room enters it at each `connect`. */
  join(room: string, answer: (answer: JoinAnswer) => void): void {
    if (!this.connected) return;
    this.carrier?.send(`42${this.answers.push(answer) - 1}${JSON.stringify(['join', room])}`);
  }

  private open(): void {
    this.end();
    const life = this.life;
    let isThere = false;
    const packet = (said: string): void => {
      isThere = true;
      if (life === this.life) this.hear(said);
    };
    const closed = (): void => {
      if (life === this.life) this.closed(isThere);
    };
    this.wait(PATIENCE, closed);
    const carried = (carrier: Carrier): void => {
      if (life === this.life) this.carrier = carrier;
      else carrier.close();
    };
    if (!this.overRequests) carried(overWebSocket(this.forum, { packet, closed }));
    else void import('./polling.ts').then(({ overPolling }) => carried(overPolling({ packet, closed })), closed);
  }

  private hear(packet: string): void {
    // The server says something at least this often.
    this.wait(this.patience, () => this.closed(true));
    const content = packet.replace(/^\d+/, '');
    if (packet.startsWith('0')) {
      const { pingInterval, pingTimeout } = JSON.parse(content) as { pingInterval: number; pingTimeout: number };
      this.patience = pingInterval + pingTimeout;
      this.carrier?.send('40');
    } else if (packet === '2') this.carrier?.send('3');
    else if (packet.startsWith('40')) {
      this.connected = true;
      this.failures = 0;
      this.tell('connect');
    } else if (packet.startsWith('42')) {
      const [event, ...message] = JSON.parse(content) as [string, ...never[]];
      this.tell(event, ...message);
    } else if (packet.startsWith('43')) {
      const [answer] = JSON.parse(content) as [JoinAnswer];
      this.answers[Number.parseInt(packet.slice(2), 10)]?.(answer);
    } else if (/^(1|41|44)/.test(packet)) this.closed(true);
  }

  private tell(event: string, ...message: never[]): void {
    for (const hear of this.hears.get(event) ?? []) (hear as (...said: never[]) => void)(...message);
  }

  /**
   * The server closes the sockets of whoever lost a right: coming back with the present rights is harmless, but not at
   * once, and not all at the same moment.
   */
  private closed(wasThere: boolean): void {
    this.overRequests = this.options.polls && !wasThere && !this.overRequests;
    this.end();
    const pause = Math.min(this.options.pause * 2 ** this.failures++, this.options.longestPause);
    this.wait(pause * (1 + Math.random()), () => this.open());
  }

  private end(): void {
    clearTimeout(this.timer);
    this.life++;
    this.connected = false;
    this.answers = [];
    this.carrier?.close();
    this.carrier = null;
  }

  private wait(milliseconds: number, act: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(act, milliseconds);
  }
}
