import type { Manager, Socket } from 'socket.io-client';
import type { ClientSays, ServerSays } from '../../../src/live/messages.ts';

type LiveSocket = Socket<ServerSays, ClientSays>;
type LiveManager = Manager<ServerSays, ClientSays>;
type Hears = { [E in keyof ServerSays]?: ServerSays[E] };

const SPREAD = 2_000;

let opening: Promise<LiveSocket> | null = null;

/**
 * Enters a room and stays in it. After each entry, and whenever news could have been missed, `catchUp` asks the pages
 * for what is new, so that a message of the socket only brings sooner what the pages say anyway. At the entry the
 * server says by `last` what there is: a page that shows the same has nothing to ask for.
 */
export function joinRoom(room: string, hears: Hears, catchUp: (last?: string) => void): void {
  opening ??= idle().then(open);
  void opening.then((socket) => {
    for (const [event, hear] of Object.entries(hears)) socket.on(event as keyof ServerSays, hear as () => void);
    socket.on('catch-up', () => atSomePoint(catchUp));
    const enter = (): void => {
      socket.emit('join', room, (answer) => {
        if ('ok' in answer) catchUp(answer.last);
      });
    };
    // The first time it asks at once; later times follow an outage, when all pages come back at the same moment, so
    // they wait.
    let isBack = false;
    socket.on('connect', () => {
      if (isBack) atSomePoint(enter);
      else enter();
      isBack = true;
    });
    if (socket.connected) enter();
    onReturn(catchUp);
  });
}

/** Open pages spread themselves over some seconds, so that they do not all ask at once. */
function atSomePoint(act: () => void): void {
  setTimeout(act, Math.random() * SPREAD);
}

/** Waits until the page is drawn, because the page has to be readable before it is live. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    const rest = (): void => {
      if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 1500 });
      else setTimeout(resolve, 200);
    };
    if (document.readyState === 'complete') rest();
    else addEventListener('load', rest, { once: true });
  });
}

async function open(): Promise<LiveSocket> {
  const { Manager } = await import('./socket-client.ts');
  const manager: LiveManager = new Manager({
    transports: ['websocket'],
    reconnectionDelay: 500,
    reconnectionDelayMax: 15_000,
  });
  takeOtherWay(manager);
  const socket: LiveSocket = manager.socket('/');
  // The server closes the sockets of whoever lost a right; connecting again at once with the present rights is
  // harmless.
  socket.on('disconnect', (reason) => {
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 1000 + Math.random() * 2000);
  });
  // An open socket would keep the page out of the browser's back and forward cache.
  addEventListener('pagehide', () => socket.disconnect());
  addEventListener('pageshow', (event) => {
    if (event.persisted) socket.connect();
  });
  return socket;
}

/**
 * Some networks let no web socket through. When an attempt has failed, the code for plain requests (polling), which go
 * through there, is fetched, and each later attempt tries these, too.
 */
function takeOtherWay(manager: LiveManager): void {
  manager.once('error', () => {
    import('./other-way.ts').then(
      ({ WebSocket, XHR }) => Object.assign(manager.opts, { transports: [WebSocket, XHR], tryAllTransports: true }),
      // The forum was out of reach: the next failure asks again.
      () => takeOtherWay(manager),
    );
  });
}

/** A hidden tab may have been suspended and have missed news without its socket noticing. */
function onReturn(act: () => void): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') act();
  });
}
