import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { io } from 'socket.io-client';

/** Where somebody attacks, for how long, and how hard. */
export interface Flood {
  url: string;
  /** Session of a member, for what only members can do. */
  cookie: string;
  /** The number of an open thread. */
  thread: string;
  milliseconds: number;
  /** Connections, sockets or requests at a time, whichever the attack is made of. */
  size: number;
}

/** What became of it: how often each answer came. */
export type Answers = Record<string, number>;

/** The dearest text for its length that was found, forty times as dear as prose: a table of small cells. */
const DEAR = '|a|b|\n'.repeat(4_000);
/** For how long somebody waits to hear what becomes of them. */
const LONGEST = 30_000;
const PLACES = ['192.0.2.1', '192.0.2.2', '192.0.2.3'];

class Tally {
  readonly answers: Answers = {};

  count(answer: string | number): void {
    this.answers[answer] = (this.answers[answer] ?? 0) + 1;
  }
}

/** Connections that ask a thousand times at once and read nothing; whoever is cut off comes back. */
export async function pipelined({ url, milliseconds, size }: Flood): Promise<Answers> {
  const tally = new Tally();
  const { hostname, port, host } = new URL(url);
  const asked = `GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`.repeat(1_000);
  const late = performance.now() + milliseconds;
  const attack = async (): Promise<void> => {
    while (performance.now() < late) {
      const socket = connect(Number(port), hostname).pause();
      let isCut = false;
      const lost = performance.now() + LONGEST;
      socket.on('error', () => (isCut = true));
      socket.write(asked);
      // Whoever reads nothing hears of an end only when they write.
      while (!isCut && performance.now() < lost) {
        await pause(200);
        socket.write('\r\n');
      }
      tally.count(isCut ? 'cut off' : 'left open');
      socket.destroy();
    }
  };
  await Promise.all(Array.from({ length: size }, attack));
  return tally.answers;
}

/** Web sockets of one place, each asking for sixty rooms. */
export async function sockets({ url, thread, milliseconds, size }: Flood): Promise<Answers> {
  const tally = new Tally();
  const said: Promise<void>[] = [];
  const open = Array.from({ length: size }, () => {
    const socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { origin: url, 'x-forwarded-for': PLACES[0] ?? '' },
    });
    said.push(new Promise<void>((resolve) => socket.once('connect_error', () => resolve()).once('connect', resolve)));
    socket.on('connect_error', () => tally.count('refused'));
    socket.on('disconnect', () => tally.count('closed'));
    socket.on('connect', () => {
      tally.count('opened');
      for (let n = 0; n < 60; n++)
        socket.emit('join', `thread:${Number(thread) + n}`, ({ ok, error }: { ok?: boolean; error?: string }) =>
          tally.count(`join ${ok === true ? 'ok' : error}`),
        );
    });
    return socket;
  });
  await Promise.all([pause(milliseconds), Promise.race([Promise.all(said), pause(LONGEST)])]);
  for (const socket of open) socket.off().disconnect();
  return tally.answers;
}

/** The dearest text, thirty times a second from each of three places. */
export function drawing(flood: Flood): Promise<Answers> {
  let n = 0;
  return posts(flood, 30 * PLACES.length, () => {
    const place = PLACES[n % PLACES.length] ?? '';
    return {
      path: '/api/preview',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': place },
      body: JSON.stringify({ text: `${++n} ${DEAR}`.slice(0, 20_000) }),
    };
  });
}

/** A member who changes their language in a loop. */
export function languages(flood: Flood): Promise<Answers> {
  let n = 0;
  return posts(flood, 100, () => ({
    path: '/me',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: flood.cookie },
    body: new URLSearchParams({ language: n++ % 2 === 0 ? 'en' : 'fr' }).toString(),
  }));
}

/** Wrong passwords from three places, for names that nobody has. */
export function passwords(flood: Flood): Promise<Answers> {
  let n = 0;
  return posts(flood, 100, () => ({
    path: '/login',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': PLACES[n % PLACES.length] ?? '',
    },
    body: new URLSearchParams({ name: `Personne ${n++ % 7}`, password: 'une phrase que personne ne dit' }).toString(),
  }));
}

interface Posted {
  path: string;
  headers: Record<string, string>;
  body: string;
}

/**
 * So many a second, whether or not those before were answered, and no more of them at a time than the attack's size.
 */
async function posts({ url, milliseconds, size }: Flood, rate: number, next: () => Posted): Promise<Answers> {
  const tally = new Tally();
  const agent = new Agent({ keepAlive: true, maxSockets: size });
  const started = performance.now();
  const sent: Promise<void>[] = [];
  while (performance.now() - started < milliseconds) {
    const due = ((performance.now() - started) / 1000) * rate;
    while (sent.length < due) {
      const { path, headers, body } = next();
      sent.push(answerTo(agent, url, path, { ...headers, origin: url }, body).then((answer) => tally.count(answer)));
    }
    await pause(5);
  }
  await Promise.all(sent);
  agent.destroy();
  return tally.answers;
}

function answerTo(
  agent: Agent,
  url: string,
  path: string,
  headers: Record<string, string>,
  body: string,
): Promise<string> {
  return new Promise((resolve) => {
    const length = String(Buffer.byteLength(body));
    request(url + path, { method: 'POST', agent, headers: { ...headers, 'content-length': length } }, (answer) => {
      answer.resume();
      answer.once('close', () => resolve(String(answer.statusCode)));
    })
      .once('error', () => resolve('no answer'))
      .end(body);
  });
}
