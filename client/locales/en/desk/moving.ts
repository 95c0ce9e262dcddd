import type { Catalogue } from '../../fr.js';
import { englishCount } from '../../plural.js';

export const moving: Catalogue['moving'] = {
  locked: 'This thread is locked: it takes no more replies.',
  lockedMark: 'locked',
  pinnedMark: 'pinned',
  pinnedHeading: 'Pinned threads',
  aboutThread: 'Thread',
  town: 'Town',
  townSays: 'The thread stands on the page of this town and in its feed. An empty field unties it.',
  tie: 'Tie',
  untie: 'Untie',
  team: 'Moderate this thread',
  teamLede: 'Each act is noted in the log, under your name for the team, and can be undone.',
  lock: 'Lock',
  lockSays:
    'Nobody will be able to reply any more, nor will the team. What was published stays, and its authors may still edit it.',
  lockWaiting: (count) =>
    `${englishCount(count, 'submission that waits', 'submissions that wait')} can still be accepted or refused.`,
  unlock: 'Unlock',
  unlockSays: 'People will be able to reply again.',
  during: 'Hold no members during the workshop',
  duringSays: (from, until) =>
    `Between ${from} and ${until}, what known members write here will appear at once. Then the clock ends it. What guests and new members send waits as before, and so does any file.`,
  notDuring: 'Hold members again',
  notDuringSays: (from, until) =>
    `Between ${from} and ${until}, what known members write here appears at once. It will wait for a decision again.`,
  look: 'See what will happen',
  addressesStay: 'Addresses that were given before still lead to the posts.',
  waitingFollows: (count) =>
    `${englishCount(count, 'submission that waits follows', 'submissions that wait follow')}.`,
  readers: {
    everyone: 'Careful: everybody will be able to read it.',
    members:
      'Careful: only people with an account will still be able to read it. For everybody else it is gone at once, from open pages too.',
    staff:
      'Careful: only the team will still be able to read it. For everybody else it is gone at once, from open pages too.',
  },
  category: 'Change the category',
  categoryLede: (category) => `It is in “${category}”.`,
  categoryTo: 'New category',
  categorySays: (posts, from, to) =>
    `The thread with what is in it (${englishCount(posts, 'post', 'posts')}) goes from “${from}” to “${to}”.`,
  categoryClosed: (category) => `“${category}” is closed: nobody writes there any more.`,
  categoryDo: (category) => `Move it to “${category}”`,
  pinFalls: 'It is not pinned any more: that is for those who moderate the other category to decide.',
  followedAway:
    'The team has moved it to a part of the forum that this page cannot show. Those who have access read it there.',
  movedPost: 'Moved by the moderation team.',
  movedRead: 'Read it where it is now',
  movedReadWhat: (number) => `, post ${number}`,
  elsewhere: 'This thread was joined to another one. Read it where it is now.',
  movePost: 'Move…',
  move: 'Move posts',
  moveLede: 'To another thread, or to a new one. Nothing moves before the next page, which says what will happen.',
  moveFromPosts:
    'To another thread, or to a new one that is made of them. The link “Move…” of each post leads there too.',
  choosePosts: 'Choose the posts',
  which: 'Which posts',
  openingStays:
    'The title of the thread is that of the first post: it only leaves together with the thread, by merging it.',
  follow: 'and all that follow the first one ticked',
  whereTo: 'Where',
  toNew: 'To a new thread (split)',
  newCategory: 'Category of the new thread',
  toThread: 'To a thread that exists',
  target: 'Address or number of the other thread',
  targetHint: 'For instance the address of its page, copied from the browser.',
  split: 'Split the thread',
  moveSays: (count, numbers, from) =>
    `${englishCount(count, 'post leaves', 'posts leave')} “${from}” (no. ${numbers}).`,
  moveTo: (count, title, category) =>
    `${count === 1 ? 'It takes the next number' : 'They take the next numbers'} of “${title}”, in “${category}”.`,
  splitTo: (title, category) => `A new thread opens: “${title}”, in “${category}”.`,
  numbersLead: (count) =>
    `${count === 1 ? 'Its former number leads' : 'Their former numbers lead'} there; a quiet line in that place says so.`,
  moveDo: (count) => (count === 1 ? 'Move this post' : 'Move these posts'),
  splitDo: 'Split the thread',
  merge: 'Merge with another thread',
  mergeLede: 'All its posts will go to the end of the other thread, and its address will lead there.',
  mergeSays: (count, from, to, category) =>
    `“${from}” is gone from the lists, and what is in it (${englishCount(count, 'post', 'posts')}) takes the next numbers of “${to}”, in “${category}”.`,
  mergeLeads: 'All its addresses lead to the other thread, and open pages say so.',
  mergeLocked: 'The other thread is locked: nobody replies there.',
  mergeDo: 'Merge the two threads',
  pin: 'Pin',
  pinSays: (category) =>
    `It will stay on top of “${category}”, above the threads of the day, until somebody unpins it.`,
  unpin: 'Unpin',
  unpinSays: (category) =>
    `It will take its place among the threads of “${category}” again, by the date of its last post.`,
};
