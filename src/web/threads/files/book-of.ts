import { postAddress, threadAddress } from '../../../../client/kit/address.js';
import { nameOf } from '../../../../client/kit/author.js';
import { titleOf } from '../../../../client/kit/thread-row.js';
import { tombstoneOf } from '../../../../client/kit/tombstone.js';
import type { Ui } from '../../../../client/kit/ui.js';
import type { TextPost, ThreadPart } from '../../../threads/part-of-thread.js';
import type { VisibleThread } from '../../../threads/visible.js';
import { inTurns } from '../../../clock/in-turns.js';
import { factsOf } from '../reading-facts.js';
import type { Book, Chapter } from './book.js';

/** All that a file is made from. */
export interface Carried {
  ui: Ui;
  thread: VisibleThread;
  found: ThreadPart;
  /** The public address of the forum, without a slash at its end. */
  origin: string;
}

/** The thread with all words that stand around its posts. Dates are whole, since a file is read at any time. */
export async function bookOf({ ui, thread, found, origin }: Carried): Promise<Book> {
  const { reading } = ui.t;
  const { part, parts, posts } = found;
  const { audience } = thread.category;
  return {
    language: ui.language,
    forum: ui.site.name,
    title: titleOf(ui, thread),
    thread: thread.id,
    address: `${origin}${threadAddress(thread)}`,
    origin,
    began: thread.publishedAt.toISOString(),
    changed: changedOf(thread, posts).toISOString(),
    facts: [...factsOf(ui, thread, found), ...(parts > 1 ? [reading.partOf(part, parts)] : [])],
    reserved: audience === 'everyone' ? null : reading.reserved[audience],
    words: { contents: reading.contents, page: reading.page },
    chapters: await inTurns(posts, (post) => chapterOf(ui, post)),
  };
}

/** When something was last said or changed in what is carried away. */
function changedOf(thread: VisibleThread, posts: readonly TextPost[]): Date {
  const moments = posts.map(({ publishedAt, editedAt }) => Math.max(publishedAt.getTime(), editedAt?.getTime() ?? 0));
  return new Date(Math.max(thread.publishedAt.getTime(), ...moments));
}

function chapterOf(ui: Ui, post: TextPost): Chapter {
  const { read } = ui.t;
  const { number, gone, replyTo } = post;
  const said = { number, label: read.number(number) };
  if (gone !== null) {
    const line = ui.dates.absolute(post.publishedAt);
    return { ...said, name: read.gone, line, answers: null, html: '', gone: tombstoneOf(ui, gone) };
  }
  const answers = replyTo === null ? null : { to: postAddress(post.thread, replyTo), words: read.inReplyTo(replyTo) };
  return { ...said, name: nameOf(ui, post.author), line: lineOf(ui, post), answers, html: post.html, gone: null };
}

function lineOf(ui: Ui, { publishedAt, editedAt, editedByTeam, question }: TextPost): string {
  const { asking, read } = ui.t;
  const moment = ui.dates.absolute(publishedAt);
  const published = question ? `${moment}, ${asking.question}` : moment;
  if (editedAt === null) return published;
  return `${published}, ${(editedByTeam ? read.editedByTeam : read.edited)(ui.dates.absolute(editedAt))}`;
}
