import { LiveSocket } from '../../kit/live-socket.ts';

const open = new Map<string, LiveSocket>();
/** Thousands may read one article: their pages must not all ask in the same instant. */
const SPREAD = 1500;

/**
 * Stays in a section's room. Its messages only say that something changed: the section is then loaded again.
 * @returns how to leave
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
    socket.join(room, (answer) => {
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

/** Several sections on one page share one socket. */
function socketTo(forum: string): LiveSocket {
  const standing = open.get(forum);
  if (standing !== undefined) return standing;
  const socket = new LiveSocket(forum, { pause: 1000, longestPause: 30_000, polls: false });
  open.set(forum, socket);
  return socket;
}
