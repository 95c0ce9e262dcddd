import type { Socket } from 'socket.io-client';
import type { ClientSays, ServerSays } from '../../../../src/live/messages.ts';
import { Manager } from '../../kit/socket-client.ts';

type LiveSocket = Socket<ServerSays, ClientSays>;

const open = new Map<string, LiveSocket>();
/**
 * Milliseconds over which pages spread their requests: thousands may read one article, and must not all ask in the same
 * instant.
 */
const SPREAD = 1500;

/**
 * Enters the room of a section and stays there. Its messages only say that something has changed: the section is then
 * loaded again. @returns how to leave
 */
export function watch(forum: string, room: string, changed: () => void): () => void {
  const socket = socketTo(forum);
  let soon: ReturnType<typeof setTimeout> | undefined;
  const news = (): void => {
    clearTimeout(soon);
    soon = setTimeout(changed, Math.random() * SPREAD);
  };
  const told = (which: { room: string }): void => {
    if (which.room === room) news();
  };
  const enter = (): void => {
    socket.emit('join', room, (answer) => {
      if ('ok' in answer) news();
    });
  };
  socket.on('connect', enter).on('section-changed', told).on('catch-up', news);
  if (socket.connected) enter();
  return () => {
    clearTimeout(soon);
    socket.off('connect', enter).off('section-changed', told).off('catch-up', news);
  };
}

/** Several sections on one page share one socket. It carries no cookie, so that the server treats it as a guest's. */
function socketTo(forum: string): LiveSocket {
  const standing = open.get(forum);
  if (standing !== undefined) return standing;
  const socket: LiveSocket = new Manager(forum, {
    transports: ['websocket'],
    withCredentials: false,
    reconnectionDelay: 1000,
    reconnectionDelayMax: 30_000,
  }).socket('/');
  socket.on('disconnect', (reason) => {
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 1000 + Math.random() * 2000);
  });
  // An open socket would keep the page out of the browser's back and forward cache.
  addEventListener('pagehide', () => socket.disconnect());
  addEventListener('pageshow', (event) => {
    if (event.persisted) socket.connect();
  });
  open.set(forum, socket);
  return socket;
}
