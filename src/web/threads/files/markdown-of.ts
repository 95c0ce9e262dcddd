import { threadAddress } from '../../../../client/kit/address.js';
import { nameOf } from '../../../../client/kit/author.js';
import { titleOf } from '../../../../client/kit/thread-row.js';
import { tombstoneOf } from '../../../../client/kit/tombstone.js';
import type { TextPost } from '../../../threads/part-of-thread.js';
import { factsOf } from '../reading-facts.js';
import type { Carried } from './book-of.js';

const SIGNS = /[\\`*_{}[\]<>#|~]/g;

/** In a line of ours, so that a name or a title is never more than its letters. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(SIGNS, '\\$&');

/** The thread as its authors typed it, each text below a line that says whose it is. */
export function markdownOf({ ui, thread, found, origin }: Carried): string {
  const { read, reading } = ui.t;
  const { audience } = thread.category;
  const head = [
    `# ${plain(titleOf(ui, thread))}`,
    [...factsOf(ui, thread, found), ...(found.parts > 1 ? [reading.partOf(found.part, found.parts)] : [])]
      .map(plain)
      .join(' · '),
    `<${origin}${threadAddress(thread)}>`,
    ...(audience === 'everyone' ? [] : [`**${plain(reading.reserved[audience])}**`]),
  ];
  const said = (post: TextPost): string[] => {
    const date = ui.dates.absolute(post.publishedAt);
    if (post.gone !== null)
      return [`## ${read.number(post.number)} · ${read.gone}, ${date}`, `*${plain(tombstoneOf(ui, post.gone))}*`];
    const answers = post.replyTo === null ? '' : `, ${read.inReplyTo(post.replyTo)}`;
    const asks = post.question ? `, ${ui.t.asking.question}` : '';
    return [
      `## ${read.number(post.number)} · ${plain(nameOf(ui, post.author))}, ${date}${answers}${asks}`,
      post.source.trim(),
    ];
  };
  return `${[...head, ...found.posts.flatMap(said)].join('\n\n')}\n`;
}
