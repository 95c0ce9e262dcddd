import type { DoorPhase } from './phase.js';

const DAY = 86_400_000;

/**
 * A thread in which nothing was published for as many days as its category says takes no more replies and proposals.
 * Asked of the clock each time, so that no job has to close it and a longer delay opens it again at once; edits stay
 * possible.
 */
export const threadClosed: DoorPhase = ({ kind, category: { closesAfter }, lastPostAt, now }) => {
  if ((kind !== 'reply' && kind !== 'proposal') || closesAfter === null || lastPostAt === null) return undefined;
  return now.getTime() - lastPostAt.getTime() >= closesAfter * DAY ? { refuse: 'thread-closed' } : undefined;
};
