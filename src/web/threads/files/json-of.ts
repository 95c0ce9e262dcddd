import { postAddress, threadAddress } from '../../../../client/kit/address.js';
import type { TextPost } from '../../../threads/part-of-thread.js';
import type { VisibleThread } from '../../../threads/visible.js';
import type { Carried } from './book-of.js';

/** The shape that docs/interface.md promises; moments are ISO 8601 in UTC, addresses whole. */
export function jsonOf({ ui, thread, found, origin }: Carried): object {
  return {
    format: 'palabre-thread-1',
    forum: { name: ui.site.name, address: `${origin}/` },
    id: thread.id,
    title: thread.title,
    address: `${origin}${threadAddress(thread)}`,
    category: { slug: thread.category.slug, name: thread.category.name },
    audience: thread.category.audience,
    ...reservedIn(ui.t.reading.reserved, thread),
    language: ui.language,
    publishedAt: thread.publishedAt,
    lastPostAt: thread.lastPostAt,
    words: thread.words,
    author: found.author,
    standing: found.standing,
    part: found.part,
    parts: found.parts,
    posts: found.posts.map((post) => postIn(post, origin)),
  };
}

function reservedIn(words: Record<'members' | 'staff', string>, { category }: VisibleThread): { reserved?: string } {
  return category.audience === 'everyone' ? {} : { reserved: words[category.audience] };
}

/** Of what is gone, its number, its dates and why; of people nothing but the name that they write under. */
function postIn(post: TextPost, origin: string): object {
  const place = { number: post.number, address: `${origin}${postAddress(post.thread, post.number)}` };
  const { gone, author, publishedAt, writtenAt, editedAt, editedByTeam, replyTo, question, source, html } = post;
  if (gone !== null) return { ...place, publishedAt, gone };
  const edited = editedAt === null ? null : { at: editedAt, byTeam: editedByTeam };
  return { ...place, author, writtenAt, publishedAt, edited, replyTo, question, gone: null, source, html };
}
