import { isSignedBySite } from '../articles/signatures.js';
import { findSection, type Section, unknownArticle } from '../articles/section.js';
import { audiencesOf } from '../categories/audience.js';
import type { Queries } from '../database/transaction.js';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors/errors.js';
import { policyOfArticle } from '../screening/article-policy.js';
import type { Policy } from '../screening/policy.js';
import { ARTICLE_OF_THREAD, articleFrom, type RawArticle } from '../threads/article-row.js';
import type { VisibleArticle } from '../threads/visible.js';
import type { Visitor } from '../visitors/visitor.js';
import type { Words } from './checked.js';
import type { Draft } from './draft.js';
import { editedPost } from './edited-post.js';
import type { CommentedArticle, Kind } from './followed.js';

/** Where a contribution goes, as far as its author may see it, and the words that it will have there. */
export interface Place {
  /** A reply in the section of an article is a comment, whichever form it came from. */
  kind: Kind;
  category: Policy;
  /** Whose section it is. */
  section: VisibleArticle | null;
  /** With a comment: what the submission itself carries of it. */
  article: CommentedArticle | null;
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
  section: VisibleArticle | null;
  retired: boolean;
  lastPostAt: Date;
  locked: boolean;
}

const CATEGORY = `c.id, c.closed, c.guests_write as "guestsWrite", c.hold, c.accepted_until as "acceptedUntil", c.edits,
  c.closes_after as "closesAfter", exists (select 1 from host_site where category_id = c.id) as "ofArticles"`;

const PLAIN = { section: null, article: null, number: null, title: null, replyTo: null, baseChange: null };

async function newThread(tx: Queries, visitor: Visitor, slug: string, words: Words): Promise<Place> {
  const [category] = await tx.query<Policy>(
    `select ${CATEGORY} from category c where c.slug = $1 and c.audience = any($2)`,
    [slug, audiencesOf(visitor.audience)],
  );
  if (category === undefined) throw new NotFound();
  return { ...PLAIN, kind: 'thread', category, thread: null, lastPostAt: null, locked: false, title: words.title };
}

/** Until what is sent there is stored, nobody moves the thread: what came after the move would wait where nobody looks. */
async function inThread(tx: Queries, visitor: Visitor, thread: number): Promise<InThread> {
  const [found] = await tx.query<Policy & Omit<InThread, 'category' | 'section'> & { article: RawArticle | null }>(
    `select ${CATEGORY}, t.retired, t.last_post_at as "lastPostAt", t.locked, ${ARTICLE_OF_THREAD} as article
     from thread t join category c on c.id = t.category_id where t.id = $1 and c.audience = any($2) for key share of t`,
    [thread, audiencesOf(visitor.audience)],
  );
  if (found === undefined) throw new NotFound();
  const { retired, lastPostAt, locked, article, ...category } = found;
  const section = articleFrom(article);
  return { category: policyOfArticle(category, section), section, retired, lastPostAt, locked };
}

function commented({ site, identifier, title, url }: VisibleArticle): CommentedArticle {
  return { site, identifier, title, url };
}

async function reply(tx: Queries, visitor: Visitor, { thread, replyTo: wished = null }: { thread: number; replyTo?: number | null }): Promise<Place> {
  const { category, section, retired, lastPostAt, locked } = await inThread(tx, visitor, thread);
  if (retired) throw new Conflict('thread-gone');
  // Answering a post that never was is a wrong link, not a reason to lose a text.
  const [parent] = await tx.query<{ number: number }>('select number from post where thread_id = $1 and number = $2', [thread, wished]);
  const place = { ...PLAIN, category, thread, lastPostAt, locked, replyTo: parent?.number ?? null };
  return section === null ? { ...place, kind: 'reply' } : { ...place, kind: 'comment', section, article: commented(section) };
}

type Comment = Draft & { kind: 'comment' };

/** Nobody opens a section for a site but the site itself: what nobody has made known yet must be signed. */
async function signed(tx: Queries, { site }: Section, { identifier, title = '', url = '', signature = '' }: Comment): Promise<VisibleArticle> {
  if (!(await isSignedBySite(tx, { site: site.slug, identifier, title, url }, signature))) throw new Forbidden('article-unsigned');
  return unknownArticle(site, { identifier, title, url });
}

async function comment(tx: Queries, visitor: Visitor, draft: Comment): Promise<Place> {
  const found = await findSection(tx, audiencesOf(visitor.audience), draft.site, draft.identifier);
  if (found === null) throw new NotFound();
  if (found.thread !== null) return reply(tx, visitor, { thread: found.thread, replyTo: draft.replyTo ?? null });
  const section = found.article ?? (await signed(tx, found, draft));
  const [category] = await tx.query<Policy>(`select ${CATEGORY} from category c where c.id = $1`, [found.category.id]);
  if (category === undefined) throw new NotFound();
  return { ...PLAIN, kind: 'comment', category: policyOfArticle(category, section), section, article: commented(section), thread: null, lastPostAt: null, locked: false };
}

async function edit(tx: Queries, visitor: Visitor, draft: Draft & { kind: 'edit' }, words: Words): Promise<Place> {
  const { category, section, lastPostAt, locked } = await inThread(tx, visitor, draft.thread);
  const post = await editedPost(tx, visitor, draft);
  if (post === null) throw new NotFound();
  if (!post.own) throw new Forbidden('not-yours');
  if (post.gone) throw new Conflict('already-gone');
  if (post.change !== draft.version) throw new Conflict('changed-since', { version: post.change });
  const title = post.title === null ? null : (words.title ?? post.title);
  if (words.text === post.text && title === post.title) throw new Invalid({ text: 'nothing-changed' });
  return { ...PLAIN, kind: 'edit', category, section, thread: draft.thread, lastPostAt, locked, number: draft.number, title, baseChange: post.change };
}

/** All are read before they appear, but the team's: screening knows. */
const OWN_PAGE: Policy = { id: null, closed: false, guestsWrite: false, hold: 'all', acceptedUntil: 0, edits: 'held', closesAfter: null, ofArticles: false };

async function profile(tx: Queries, { member }: Visitor, words: Words): Promise<Place> {
  if (member === null) throw new NotFound();
  const [standing] = await tx.query<{ source: string }>('select source from profile where member_id = $1', [member.id]);
  if (standing?.source === words.text) throw new Invalid({ text: 'nothing-changed' });
  return { ...PLAIN, kind: 'profile', category: OWN_PAGE, thread: null, lastPostAt: null, locked: false };
}

/** Looks with the visitor's own eyes: a category or thread outside of their audience is not found. */
export function findPlace(tx: Queries, visitor: Visitor, draft: Draft, words: Words): Promise<Place> {
  switch (draft.kind) {
    case 'thread': return newThread(tx, visitor, draft.category, words);
    case 'reply': return reply(tx, visitor, draft);
    case 'comment': return comment(tx, visitor, draft);
    case 'profile': return profile(tx, visitor, words);
    case 'edit': return edit(tx, visitor, draft, words);
  }
}
