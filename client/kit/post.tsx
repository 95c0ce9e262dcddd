import type { VisiblePost } from '../../src/threads/visible.js';
import type { Ui } from './ui.js';
import { datedWords, stepName } from './facts/step-words.js';
import { postAddress } from './address.js';
import { AuthorName, Leaf, nameOf, RoleName } from './author.js';
import { PostDocuments } from './documents/post-documents.js';
import { TeamWhy } from './team-edited.js';
import { MovedPost } from './moved-post.js';
import { Slot } from './slot.js';
import { titleOf } from './thread-row.js';
import { Time } from './time.js';
import { tombstoneOf } from './tombstone.js';

interface PostProps {
  ui: Ui;
  post: VisiblePost;
}

const MINUTE = 60_000;

function PostDate({ ui, post }: PostProps) {
  const written = ui.dates.absolute(post.writtenAt);
  const published = ui.dates.absolute(post.publishedAt);
  const title = written === published ? published : ui.t.read.writtenAndPublished(written, published);
  const date = (
    <a href={postAddress(post.thread, post.number)}>
      <Time ui={ui} at={post.publishedAt} title={title} />
    </a>
  );
  // Below an article the post says how long it waited, so that readers see that it was written before later events.
  const waited = post.publishedAt.getTime() - post.writtenAt.getTime();
  if (post.root === null || waited < MINUTE) return date;
  return (
    <>
      {date} <span>{ui.t.section.writtenBefore(ui.dates.duration(waited))}</span>
    </>
  );
}

/** Leads to the earlier texts where readers may see them. */
function Edited({ post, words }: PostProps & { words: string }) {
  if (!post.history) return <span>{words}</span>;
  return (
    <a href={`${postAddress(post.thread, post.number)}/history`} rel="nofollow">
      {words}
    </a>
  );
}

function Number({ ui, post }: PostProps) {
  return (
    <a class="nr" href={postAddress(post.thread, post.number)}>
      <span class="vh">{ui.t.read.permalink}</span>
      {ui.t.read.number(post.number)}
    </a>
  );
}

/** Where others have quoted or linked it: by its number in this thread, else by the title of the other one. */
function CitedIn({ ui, post }: PostProps) {
  if (post.citedIn.length === 0) return null;
  return (
    <p class="hint cited-in">
      {ui.t.read.citedIn}{' '}
      {post.citedIn.map(({ thread, number, title }, index) => (
        <>
          {index > 0 && ', '}
          <a href={postAddress(thread, number)}>
            {thread === post.thread ? ui.t.read.number(number) : ui.t.feeds.item(titleOf(ui, { title }), number)}
          </a>
        </>
      ))}
    </p>
  );
}

/**
 * In branches, an answer hangs on the comment above it. The first post of a thread opens it; that of a section does
 * not.
 */
function classOf({ number, root }: VisiblePost): string {
  if (root !== null) return root === number ? 'post' : 'post answer';
  return number === 1 ? 'post opens' : 'post';
}

/** The anchor that a message had on the site that it came from. */
function Anchor({ post }: { post: VisiblePost }) {
  return post.anchor === null ? null : <span id={post.anchor} />;
}

/** What stays where a post was: its number, who took it away, why. */
function Tombstone({ ui, post }: PostProps) {
  const { read } = ui.t;
  return (
    <article
      id={`post-${post.number}`}
      class={classOf(post)}
      data-root={post.root ?? undefined}
      data-number={post.number}
      data-change={post.change}
      data-gone
    >
      <Anchor post={post} />
      <span class="leaf fallen" aria-hidden="true" />
      <header class="post-head">
        <p class="who">{read.gone}</p>{' '}
        <p class="meta">
          <PostDate ui={ui} post={post} />
        </p>{' '}
        <Number ui={ui} post={post} />
      </header>
      <p class="fell">{post.gone === null ? '' : tombstoneOf(ui, post.gone)}</p>
      <div class="acts">
        <Slot name={`acts-${post.number}`} />
      </div>
    </article>
  );
}

/**
 * One post, or what is left of it: the same on a page and as a live fragment. Its text was made safe by src/markup.
 * Where nothing more can be written, it offers no answer.
 */
export function Post({ ui, post, answerable = true }: PostProps & { answerable?: boolean }) {
  const { read, after, section } = ui.t;
  if (post.gone?.how === 'moved') return <MovedPost ui={ui} post={post} />;
  if (post.gone !== null) return <Tombstone ui={ui} post={post} />;
  const write = `/thread/${post.thread}/replies/new`;
  return (
    <article
      id={`post-${post.number}`}
      class={classOf(post)}
      data-root={post.root ?? undefined}
      data-number={post.number}
      data-change={post.change}
    >
      <Anchor post={post} />
      <Leaf ui={ui} author={post.author} />
      <header class="post-head">
        <p class="who">
          <AuthorName ui={ui} author={post.author} />
        </p>{' '}
        <RoleName ui={ui} role={post.author.role} />{' '}
        <p class="meta">
          <PostDate ui={ui} post={post} />{' '}
          {post.replyTo !== null && (
            <a href={postAddress(post.thread, post.replyTo)}>{read.inReplyTo(post.replyTo)}</a>
          )}{' '}
          {post.question && <span data-question>{ui.t.asking.question}</span>}{' '}
          {post.editedAt !== null && (
            <Edited
              ui={ui}
              post={post}
              words={(post.editedByTeam ? read.editedByTeam : read.edited)(ui.dates.relative(post.editedAt))}
            />
          )}{' '}
          {post.proposedBy !== null && (
            <span data-proposed>{ui.t.cases.proposedBy(nameOf(ui, { name: post.proposedBy }))}</span>
          )}
        </p>{' '}
        <Number ui={ui} post={post} />
      </header>
      {post.step !== null && (
        <p class="ui step-of">
          <a href={`/thread/${post.thread}#step-${post.number}`}>
            {ui.t.cases.stepLine(stepName(ui, post.step), datedWords(ui, post.step.dated))}
          </a>
        </p>
      )}
      {post.editedFor !== null && (
        <p class="hint team-edit">
          <TeamWhy ui={ui} {...post.editedFor} />
        </p>
      )}
      <div class="text" dangerouslySetInnerHTML={{ __html: post.html }} />
      <PostDocuments ui={ui} documents={post.documents} />
      <CitedIn ui={ui} post={post} />
      <div class="acts">
        {answerable && (
          <>
            <a class="q" href={`${write}?to=${post.number}`} data-reply={post.number} rel="nofollow">
              {post.root === null ? read.reply : section.replyToPost}
              <span class="vh">{post.root === null ? read.replyTo(post.number) : ` ${read.number(post.number)}`}</span>
            </a>{' '}
            <a class="q" href={`${write}?quote=${post.number}`} data-quote={post.number} rel="nofollow">
              {read.quote}
              <span class="vh">{read.quoteWhat(post.number)}</span>
            </a>{' '}
          </>
        )}
        {/* Before the report button, so that a style sheet can hide that button from the author of the post. */}
        <Slot name={`acts-${post.number}`} />{' '}
        <a class="q" href={`${postAddress(post.thread, post.number)}/report`} data-report rel="nofollow">
          {after.report}
          <span class="vh">{after.reportWhat(post.number)}</span>
        </a>
      </div>
    </article>
  );
}
