import { cutQuotes, type Stretch } from '../../src/markup/cut-quotes.js';
import type { VisiblePost } from '../../src/threads/visible.js';
import { postAddress } from '../kit/address.js';
import { AuthorName, Leaf, nameOf } from '../kit/author.js';
import { tombstoneOf } from '../kit/tombstone.js';
import type { Ui } from '../kit/ui.js';

interface ReadingPostProps {
  ui: Ui;
  post: VisiblePost;
  /** The numbers of the posts on this page: what stands here is linked here. */
  numbers: ReadonlySet<number>;
}

/** A post that is quoted can be read above: its quotation is folded. */
function Piece({ ui, stretch, post, numbers }: ReadingPostProps & { stretch: Stretch }) {
  const text = <div class="text" dangerouslySetInnerHTML={{ __html: stretch.html }} />;
  const { of } = stretch;
  if (of === null || of.thread !== post.thread || of.number >= post.number || !numbers.has(of.number)) return text;
  return (
    <details class="quoted">
      <summary class="q">{ui.t.reading.quotes(of.number)}</summary>
      {text}
    </details>
  );
}

function Number({ ui, post }: Omit<ReadingPostProps, 'numbers'>) {
  return (
    <a class="nr" href={postAddress(post.thread, post.number)}>
      <span class="vh">{ui.t.read.permalink}</span>
      {ui.t.read.number(post.number)}
    </a>
  );
}

/** One post as a piece of a long text: who, when, what; nothing to be done with it. */
export function ReadingPost({ ui, post, numbers }: ReadingPostProps) {
  const { read } = ui.t;
  const date = <span class="hint">{ui.dates.absolute(post.publishedAt)}</span>;
  if (post.gone !== null)
    return (
      <li id={`post-${post.number}`} data-number={post.number} data-gone>
        <p class="by-line ui">
          <span class="leaf fallen s" aria-hidden="true" /> <span>{tombstoneOf(ui, post.gone)}</span> {date}{' '}
          <Number ui={ui} post={post} />
        </p>
      </li>
    );
  return (
    <li id={`post-${post.number}`} data-number={post.number}>
      <p class="by-line ui">
        <Leaf ui={ui} author={post.author} small />{' '}
        <b>
          <AuthorName ui={ui} author={post.author} />
        </b>{' '}
        {date}{' '}
        {post.replyTo !== null && (
          <a href={numbers.has(post.replyTo) ? `#post-${post.replyTo}` : postAddress(post.thread, post.replyTo)}>
            {read.inReplyTo(post.replyTo)}
          </a>
        )}{' '}
        {post.question && <span data-question>{ui.t.asking.question}</span>}{' '}
        {post.editedAt !== null && (
          <span class="hint">
            {(post.editedByTeam ? read.editedByTeam : read.edited)(ui.dates.absolute(post.editedAt))}
          </span>
        )}{' '}
        <Number ui={ui} post={post} />
      </p>
      {cutQuotes(post.html).map((stretch) => (
        <Piece ui={ui} stretch={stretch} post={post} numbers={numbers} />
      ))}
    </li>
  );
}

/** A line of the contents. */
export function ReadingEntry({ ui, post }: Omit<ReadingPostProps, 'numbers'>) {
  return (
    <li>
      <a href={`#post-${post.number}`}>
        {ui.t.read.number(post.number)}, {post.gone === null ? nameOf(ui, post.author) : ui.t.read.turnGone}
      </a>{' '}
      <span class="hint">{ui.dates.short(post.publishedAt)}</span>
    </li>
  );
}
