import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/**
 * No browser sends a second request before the first is answered, and a proxy sends a handful. Each one that waits when
 * its connection is closed costs as much as an answer: Node makes an error of it, with the place in the program.
 */
const MOST_WAITING = 8;
/** For how long a client may read nothing of an answer that is ready. */
const PATIENCE = 10_000;
/**
 * Bytes that may lie ready for all clients that do not read them, together; a kept page counts as often as it is sent.
 */
const MOST_UNSENT = 64 * 1024 * 1024;

/** What Node keeps of a connection, undocumented: its reader of requests, and what is called for each that it finds. */
interface Reading {
  parser?: { onIncoming?: (request: IncomingMessage, keepAlive: boolean) => number } | null;
}
/** Told to Node's reader: nothing that follows in this packet is to be read. */
const READ_NO_MORE = 2;

type Turn = [IncomingMessage, ServerResponse, RequestListener];

/**
 * Who waits on a connection, kept with it: looking it up elsewhere for each request cost as much as finding the page.
 */
const WAITING = Symbol('waiting');
interface Waiting {
  /** What is being answered. */
  now: ServerResponse | null;
  line: Turn[];
  /** Sent after all answers: what came last can't be answered otherwise. */
  last?: Buffer;
}
type Connection = Socket & { [WAITING]?: Waiting };

/**
 * Answers one request of a connection after the other: the next is looked at when the answer before it has been taken.
 * Node reads all requests that arrive in one packet and would answer all of them at once, for a reader who takes
 * nothing: a thousand `GET /` cost their sender 40 kB and this process many megabytes. Whoever sends far more than is
 * answered is cut off, and so is whoever leaves an answer lying.
 */
export class OneAtATime {
  private bytes = 0;
  /** The same two for all answers. */
  private readonly ready: (this: ServerResponse) => void;
  private readonly over: (this: ServerResponse) => void;

  /** `usual` is for how long a connection may be still otherwise, in milliseconds. */
  constructor(
    private readonly answer: RequestListener,
    private readonly usual: number,
    private readonly patience = PATIENCE,
    private readonly mostUnsent = MOST_UNSENT,
  ) {
    const watch = (response: ServerResponse): void => this.watch(response.req.socket, response);
    const goOn = (response: ServerResponse): void => this.goOn(response.req.socket);
    this.ready = function ready() {
      watch(this);
    };
    this.over = function over() {
      goOn(this);
    };
  }

  /** Bytes that lie ready for readers who have not taken them yet. */
  get unsent(): number {
    return this.bytes;
  }

  /** `answer` is for requests that are answered otherwise than most. */
  readonly handle = (request: IncomingMessage, response: ServerResponse, answer = this.answer): void => {
    const waiting = ((request.socket as Connection)[WAITING] ??= { now: null, line: [] });
    if (waiting.now === null) this.begin(waiting, request, response, answer);
    else if (waiting.line.length < MOST_WAITING) waiting.line.push([request, response, answer]);
    else request.socket.destroy();
  };

  /**
   * Ends a connection on which something came that is no request, or not all of one. Whoever asked before gets their
   * answer first: a text that was stored has an address that its author must learn. `refusal` stands where the answer
   * to what came last would; where that answer has begun, nothing may be written into it.
   */
  endWith(connection: Duplex, refusal: Buffer): void {
    const socket = connection as Connection & Reading;
    const waiting = socket[WAITING];
    if (waiting?.last !== undefined || !socket.writable) return;
    if (waiting?.now === undefined || waiting.now === null) {
      end(socket, refusal);
      return;
    }
    waiting.last = refusal;
    // More may come where only time was lacking.
    if (socket.parser) socket.parser.onIncoming = () => READ_NO_MORE;
    waiting.line = waiting.line.filter(([request]) => request.complete);
    if (waiting.now.req.complete) return;
    if (waiting.now.headersSent) socket.destroy();
    else end(socket, refusal);
  }

  /**
   * For each new connection: once it was cut off, the rest of a packet is not read any more. Node would go through all
   * of it, a thousand requests of 45 bytes each, which costs a fiftieth of a second.
   */
  readonly stopWhenCut = (socket: Socket): void => {
    const { parser } = socket as Socket & Reading;
    const usual = parser?.onIncoming;
    if (parser === undefined || parser === null || usual === undefined) return;
    parser.onIncoming = (request, keepAlive) => (socket.destroyed ? READ_NO_MORE : usual(request, keepAlive));
  };

  private begin(waiting: Waiting, ...[request, response, answer]: Turn): void {
    waiting.now = response;
    response.on('prefinish', this.ready);
    response.on('close', this.over);
    answer(request, response);
  }

  private goOn(socket: Connection): void {
    const waiting = socket[WAITING];
    const next = socket.destroyed ? undefined : waiting?.line.shift();
    if (waiting === undefined) return;
    if (next !== undefined) this.begin(waiting, ...next);
    else {
      waiting.now = null;
      if (waiting.last !== undefined) end(socket, waiting.last);
    }
  }

  /**
   * The whole answer is ready. What the network has not taken at once is held for a reader who is slow, or takes
   * nothing.
   */
  private watch(socket: Socket, response: ServerResponse): void {
    const left = socket.writableLength;
    if (left === 0) return;
    this.bytes += left;
    // Node itself ends a connection of which nothing was taken for that long.
    socket.setTimeout(this.patience);
    response.once('close', () => {
      this.bytes -= left;
      if (!socket.destroyed) socket.setTimeout(this.usual);
    });
    if (this.bytes > this.mostUnsent) socket.destroy();
  }
}

/** The last that is sent on a connection. */
function end(socket: Socket, bytes: Buffer): void {
  // Only when it has been handed over: closed at once, what was still to be read would take it away from its reader.
  if (socket.writable) socket.end(bytes, () => socket.destroy());
}
