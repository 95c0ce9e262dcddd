import { audiencesOf } from '../categories/audience.js';
import type { Queries } from '../database/transaction.js';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors/errors.js';
import type { Policy } from '../screening/policy.js';
import type { Visitor } from '../visitors/visitor.js';
import type { Words } from './checked.js';
import type { Draft } from './draft.js';
import { editedPost } from './edited-post.js';

/** Where a contribution goes, as far as its author may see it, and the words that it will have there. */
export interface Place {
  category: Policy;
  thread: number | null;
  /** Of the thread; null for a new one. */
  lastPostAt: Date | null;
  locked: boolean;
  number: number | null;
  title: string | null;
  replyTo: number | null;
  baseChange: number | null;
}

interface InThread {
  category: Policy;
  retired: boolean;
  lastPostAt: Date;
  locked: boolean;
}

const CATEGORY = `c.id, c.closed, c.guests_write as "guestsWrite", c.hold, c.accepted_until as "acceptedUntil", c.edits,
  c.closes_after as "closesAfter"`;

async function newThread(tx: Queries, visitor: Visitor, slug: string, words: Words): Promise<Place> {
  const [category] = await tx.query<Policy>(
    `select ${CATEGORY} from category c where c.slug = $1 and c.audience = any($2)`,
    [slug, audiencesOf(visitor.audience)],
  );
  if (category === undefined) throw new NotFound();
  return { category, thread: null, lastPostAt: null, locked: false, number: null, title: words.title, replyTo: null, baseChange: null };
}

async function inThread(tx: Queries, visitor: Visitor, thread: number): Promise<InThread> {
  const [found] = await tx.query<Policy & Omit<InThread, 'category'>>(
    `select ${CATEGORY}, t.retired, t.last_post_at as "lastPostAt", t.locked from thread t join category c on c.id = t.category_id
     where t.id = $1 and c.audience = any($2)`,
    [thread, audiencesOf(visitor.audience)],
  );
  if (found === undefined) throw new NotFound();
  const { retired, lastPostAt, locked, ...category } = found;
  return { category, retired, lastPostAt, locked };
}

async function reply(tx: Queries, visitor: Visitor, draft: Draft & { kind: 'reply' }): Promise<Place> {
  const { category, retired, lastPostAt, locked } = await inThread(tx, visitor, draft.thread);
  if (retired) throw new Conflict('thread-gone');
  // Answering a post that never was is a wrong link, not a reason to lose a text.
  const [parent] = await tx.query<{ number: number }>(
    'select number from post where thread_id = $1 and number = $2', [draft.thread, draft.replyTo ?? null],
  );
  return { category, thread: draft.thread, lastPostAt, locked, number: null, title: null, replyTo: parent?.number ?? null, baseChange: null };
}

async function edit(tx: Queries, visitor: Visitor, draft: Draft & { kind: 'edit' }, words: Words): Promise<Place> {
  const { category, lastPostAt, locked } = await inThread(tx, visitor, draft.thread);
  const post = await editedPost(tx, visitor, draft);
  if (post === null) throw new NotFound();
  if (!post.own) throw new Forbidden('not-yours');
  if (post.gone) throw new Conflict('already-gone');
  if (post.change !== draft.version) throw new Conflict('changed-since', { version: post.change });
  const title = draft.number === 1 ? (words.title ?? post.title) : null;
  if (words.text === post.text && (title === null || title === post.title)) throw new Invalid({ text: 'nothing-changed' });
  return { category, thread: draft.thread, lastPostAt, locked, number: draft.number, title, replyTo: null, baseChange: post.change };
}

/** Looks with the visitor's own eyes: a category or thread outside of their audience is not found. */
export function findPlace(tx: Queries, visitor: Visitor, draft: Draft, words: Words): Promise<Place> {
  if (draft.kind === 'thread') return newThread(tx, visitor, draft.category, words);
  if (draft.kind === 'reply') return reply(tx, visitor, draft);
  return edit(tx, visitor, draft, words);
}
