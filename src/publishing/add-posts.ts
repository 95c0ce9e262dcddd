import type { Transaction } from '../database/transaction.js';
import { excerpt } from '../markup/excerpt.js';
import type { PlacedSubmission } from '../submissions/submission-row.js';
import { countAccepted } from './count-accepted.js';
import { publicHtml } from './public-html.js';
import { EXCERPT, type Hand, type Published } from './published.js';

/** A submission with the place that it takes. */
export interface PlacedPost {
  submission: PlacedSubmission;
  place: Published;
  at: Date;
  hand: Hand;
  /** A further anchor of the post. */
  anchor?: string | null | undefined;
}

/** The same with the texts that readers see. */
interface PublicPost extends PlacedPost {
  html: string;
  excerpt: string;
}

/** The columns that are given, with their types: the rows come as JSON. */
const GIVEN = {
  number: 'int',
  author_id: 'int',
  author_name: 'text',
  author_role: 'text',
  source: 'text',
  html: 'text',
  excerpt: 'text',
  renderer_version: 'int',
  reply_to: 'int',
  written_at: 'timestamptz',
  published_at: 'timestamptz',
  edited_at: 'timestamptz',
  edited_by_team: 'boolean',
  anchor: 'text',
  question: 'boolean',
};
const COLUMNS = Object.keys(GIVEN);
const TYPED = Object.entries({ thread_id: 'int', ...GIVEN })
  .map(([column, type]) => `${column} ${type}`)
  .join(', ');

function rowOf({ submission, place, at, hand, anchor = null, html, excerpt: short }: PublicPost): object {
  const { authorId, authorName, authorRole, source, rendererVersion, writtenAt, question } = submission;
  const row: Record<keyof typeof GIVEN, unknown> = {
    number: place.number,
    author_id: authorId,
    author_name: authorName,
    author_role: authorRole,
    source,
    html,
    excerpt: short,
    renderer_version: rendererVersion,
    // A number from another thread counts as no answer here.
    reply_to: submission.thread === place.thread ? submission.replyTo : null,
    written_at: writtenAt,
    published_at: at,
    edited_at: hand === 'team' ? at : null,
    edited_by_team: hand === 'team',
    anchor,
    question,
  };
  return { thread_id: place.thread, ...row };
}

/** The posts with the texts that readers see. Asks the database only where somebody is called by name. */
export function withPublicTexts(tx: Transaction, all: readonly PlacedPost[]): Promise<PublicPost[]> {
  return Promise.all(
    all.map(async (one) => {
      const { html } = one.submission;
      return { ...one, html: await publicHtml(tx, html, one.place.number), excerpt: excerpt(html, EXCERPT) };
    }),
  );
}

/**
 * Writes the posts. In the section of an article each post belongs to a branch, whose root is the comment that answers
 * no other.
 */
export function addPosts(tx: Transaction, all: readonly PublicPost[]): Promise<unknown> {
  const given = COLUMNS.map((column) => `g.${column}`).join(', ');
  return tx.query(
    `insert into post (thread_id, category_id, root, ${COLUMNS.join(', ')})
     select t.id, t.category_id, case when t.of_article then coalesce((select coalesce(p.root, p.number)
       from post p where p.thread_id = t.id and p.number = g.reply_to), g.number) end, ${given}
     from json_to_recordset($1) as g (${TYPED})
     cross join lateral (select id, category_id, of_article from thread where id = g.thread_id limit 1) t`,
    [JSON.stringify(all.map(rowOf))],
  );
}

/**
 * Counts the posts in their categories and accounts. To be sent after all other locks; categories come before accounts,
 * each in the order of their ids, so that two publications never wait for each other crosswise.
 */
export function countPosts(tx: Transaction, all: readonly PlacedPost[], opened: 0 | 1): Promise<unknown>[] {
  const threads = Map.groupBy(all, ({ place }) => place.thread);
  const categories = [...threads].toSorted(([, [one]], [, [other]]) => categoryOf(one) - categoryOf(other));
  const authors = Map.groupBy(all, ({ submission }) => submission.authorId);
  return [
    ...categories.map(([thread, posts]) =>
      tx.query(
        `update category set thread_count = thread_count + $2, post_count = post_count + $3
         where id = (select category_id from thread where id = $1)`,
        [thread, opened, posts.length],
      ),
    ),
    ...[...authors]
      .toSorted(([one], [other]) => (one ?? 0) - (other ?? 0))
      .map(([author, posts]) => countAccepted(tx, author, posts.length)),
  ];
}

function categoryOf(post: PlacedPost | undefined): number {
  return post?.submission.category ?? 0;
}
