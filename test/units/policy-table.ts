import type { CategoryOptions } from '../desk-room.js';

/**
 * What becomes of what people send: published, held, or refused because the category is closed (C), guests may not
 * write in it (G), the thread has been quiet for too long (Q), it does not exist for them (N), their account is
 * suspended (S).
 */
export const OUTCOMES: Record<string, string> = {
  P: 'published',
  H: 'held',
  C: 'closed',
  G: 'guests-may-not-write',
  Q: 'thread-closed',
  N: 'not-found',
  S: 'suspended',
};

/** In the order of the columns. The team itself has had nothing accepted, so that only its role speaks for it. */
export const AUTHORS = [
  'guest',
  'newcomer',
  'member',
  'moderator',
  'other moderator',
  'organizer',
  'administrator',
  'suspended',
] as const;
export type Author = (typeof AUTHORS)[number];

/** In the order of the letters of each cell. */
export const KINDS = ['thread', 'reply', 'edit'] as const;

/** A category, and for each author what becomes of a new thread, a reply and an edit of their own post. */
export const POLICIES: Record<string, [CategoryOptions, string]> = {
  //                                                                     guest new memb mod  oth  org  adm  susp
  'all are held': [{ hold: 'all' }, 'HHH HHH HHH HHP HHH HHH HHP SSS'],
  'guests are held': [{ hold: 'guests' }, 'HHH PPP PPP PPP PPP PPP PPP SSS'],
  'newcomers are held': [{ hold: 'newcomers' }, 'HHH HHH PPP HHP HHH HHH HHP SSS'],
  'newcomers for longer': [{ hold: 'newcomers', acceptedUntil: 10 }, 'HHH HHH HHH HHP HHH HHH HHP SSS'],
  'nobody is held': [{ hold: 'nobody' }, 'PPP PPP PPP PPP PPP PPP PPP SSS'],
  'all, edits held': [{ hold: 'all', edits: 'held' }, 'HHH HHH HHH HHP HHH HHH HHP SSS'],
  'guests, edits held': [{ hold: 'guests', edits: 'held' }, 'HHH PPH PPH PPP PPH PPH PPP SSS'],
  'newcomers, edits held': [{ hold: 'newcomers', edits: 'held' }, 'HHH HHH PPH HHP HHH HHH HHP SSS'],
  'nobody, edits held': [{ hold: 'nobody', edits: 'held' }, 'PPH PPH PPH PPP PPH PPH PPP SSS'],
  'all, edits at once': [{ hold: 'all', edits: 'at-once' }, 'HHH HHH HHP HHP HHH HHH HHP SSS'],
  'guests, edits at once': [{ hold: 'guests', edits: 'at-once' }, 'HHH PPP PPP PPP PPP PPP PPP SSS'],
  'newcomers, edits at once': [{ hold: 'newcomers', edits: 'at-once' }, 'HHH HHH PPP HHP HHH HHH HHP SSS'],
  'nobody, edits at once': [{ hold: 'nobody', edits: 'at-once' }, 'PPP PPP PPP PPP PPP PPP PPP SSS'],
  'two must agree': [{ hold: 'all', agreement: 2 }, 'HHH HHH HHH HHP HHH HHH HHP SSS'],
  'two, nobody held': [{ hold: 'nobody', agreement: 2 }, 'PPP PPP PPP PPP PPP PPP PPP SSS'],
  'history shown': [{ hold: 'newcomers', history: true }, 'HHH HHH PPP HHP HHH HHH HHP SSS'],
  closed: [{ hold: 'nobody', closed: true }, 'CCC CCC CCC CCC CCC CCC CCC CCC'],
  'without guests': [{ hold: 'nobody', guestsWrite: false }, 'GGG PPP PPP PPP PPP PPP PPP SSS'],
  'quiet threads closed': [{ hold: 'nobody', closesAfter: 1 }, 'PQP PQP PQP PQP PQP PQP PQP SQS'],
  'quiet, all held': [{ hold: 'all', closesAfter: 1 }, 'HQH HQH HQH HQP HQH HQH HQP SQS'],
  'for members': [{ hold: 'guests', audience: 'members' }, 'NNN PPP PPP PPP PPP PPP PPP SSS'],
  'for the team': [{ hold: 'all', audience: 'staff' }, 'NNN NNN NNN HHP HHH HHH HHP NNN'],
};
