import type { Catalogue } from '../fr.js';
import { englishCount } from '../plural.js';

export const moving: Catalogue['moving'] = {
  locked: 'This thread is locked: it takes no more replies.',
  lockedMark: 'locked',
  pinnedMark: 'pinned',
  pinnedHeading: 'Pinned threads',
  aboutThread: 'Thread',
  team: 'Moderate this thread',
  teamLede: 'Each act is noted in the log, under your name for the team, and can be undone.',
  lock: 'Lock',
  lockSays: 'Nobody will be able to reply any more, nor will the team. What was published stays, and its authors may still edit it.',
  lockWaiting: (count) => `${englishCount(count, 'submission that waits', 'submissions that wait')} can still be accepted or refused.`,
  unlock: 'Unlock',
  unlockSays: 'People will be able to reply again.',
  pin: 'Pin',
  pinSays: (category) => `It will stay on top of “${category}”, above the threads of the day, until somebody unpins it.`,
  unpin: 'Unpin',
  unpinSays: (category) => `It will take its place among the threads of “${category}” again, by the date of its last post.`,
};
