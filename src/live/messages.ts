/**
 * What is said over a socket. Shapes only: client/browser imports them as types, so that both ends speak of the same.
 * `html` is always the page's own part, drawn by the server from what is published.
 */
export interface PostPublishedMessage {
  thread: number;
  number: number;
  html: string;
}

/** `changes` is the value of the thread's counter at which this post last changed. */
export interface PostChangedMessage extends PostPublishedMessage {
  changes: number;
}

export interface SeatsChangedMessage {
  thread: number;
  html: string;
}

export interface ThreadPublishedMessage {
  thread: number;
  /** The category's slug, as in the room's name. */
  category: string;
  html: string;
}

/**
 * How many submissions wait for this moderator: those of other categories, and those that a colleague has to decide,
 * are not counted.
 */
export interface QueueChangedMessage {
  waiting: number;
}

/** A moderator has claimed this submission or given it up; the page of the desk says who. */
export interface ClaimChangedMessage {
  submission: string;
}

/** `room` is the name of the room as it was asked for. */
export interface SectionChangedMessage {
  room: string;
}

export interface ServerSays {
  'post-published': (message: PostPublishedMessage) => void;
  'post-changed': (message: PostChangedMessage) => void;
  'post-taken-down': (message: PostChangedMessage) => void;
  /** The thread was locked, pinned, unlocked or unpinned; or the dates or hosts of a workshop have changed. */
  'thread-changed': (message: { thread: number }) => void;
  /** Seats of a workshop were taken or became free: `html` shows its dates and parts as the page does. */
  'seats-changed': (message: SeatsChangedMessage) => void;
  'thread-published': (message: ThreadPublishedMessage) => void;
  /** This section of an article has changed: a page that shows it has to load it again. */
  'section-changed': (message: SectionChangedMessage) => void;
  /** The thread is no longer in this list. */
  'thread-left': (message: { thread: number; category: string }) => void;
  'queue-changed': (message: QueueChangedMessage) => void;
  'claim-changed': (message: ClaimChangedMessage) => void;
  'submission-changed': () => void;
  /** News could have been missed: ask the pages what is new. */
  'catch-up': () => void;
}

/**
 * `last` says what there was at the entry, so that a page which shows the same has nothing to ask for: of a desk the
 * name of its last news, of a thread `NUMBER.CHANGES` as in its page, of a category the ids of the threads that moved
 * last, with spaces. It is left out where news came meanwhile.
 */
export type JoinAnswer =
  { ok: true; last?: string } | { error: 'not-found' | 'malformed' | 'too-many' | 'unavailable' };

export interface ClientSays {
  join: (room: string, answer: (answer: JoinAnswer) => void) => void;
}
