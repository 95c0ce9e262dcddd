import { minutesOf } from '../../../client/threads/reading-line.js';
import type { Person } from '../../../client/threads/reading-page.js';
import type { Ui } from '../../../client/kit/ui.js';
import type { TextPost, ThreadPart } from '../../threads/part-of-thread.js';
import type { VisibleThread } from '../../threads/visible.js';

/** Names in one sentence; whoever comes after these is counted. */
const MOST_NAMED = 5;

/** « 19 messages », « 9 min de lecture », « 7–22 novembre 2026 », and whose posts alone these are. */
export function factsOf(ui: Ui, thread: VisibleThread, { posts, standing, author }: ThreadPart): string[] {
  const { read, reading } = ui.t;
  const words = author === null ? thread.words : wordsOf(posts);
  const [from, to] =
    author === null
      ? [thread.publishedAt, thread.lastPostAt]
      : [posts[0]?.publishedAt ?? thread.publishedAt, posts.at(-1)?.publishedAt ?? thread.lastPostAt];
  return [
    read.posts(standing),
    reading.minutes(minutesOf(words)),
    ui.dates.span(from, to),
    ...(author === null ? [] : [reading.only(author)]),
  ];
}

function wordsOf(posts: readonly TextPost[]): number {
  return posts.reduce((sum, { source }) => sum + (source.match(/\S+/g)?.length ?? 0), 0);
}

/**
 * « Jibril, Hélène Quintrec et 6 autres personnes », in pieces: those that are a name lead to what that person wrote.
 * Nothing where one person alone has spoken.
 */
export function peopleOf(ui: Ui, posts: readonly TextPost[]): Person[] {
  const standing = posts.filter(({ gone, author }) => gone === null && author.name !== '');
  const names = [...new Set(standing.map(({ author }) => author.name))];
  if (names.length < 2) return [];
  const others = names.length - MOST_NAMED;
  const named = others > 1 ? names.slice(0, MOST_NAMED) : names;
  const all = others > 1 ? [...named, ui.t.reading.others(others)] : names;
  const list = new Intl.ListFormat(ui.language === 'fr' ? 'fr-FR' : 'en-GB', { type: 'conjunction' });
  let seen = 0;
  return list
    .formatToParts(all)
    .map(({ type, value }) => ({ words: value, isName: type === 'element' && seen++ < named.length }));
}
