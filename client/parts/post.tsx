import type { VisiblePost } from '../../src/threads/visible.js';
import type { Ui } from '../ui.js';
import { postAddress } from './address.js';
import { AuthorName, Leaf, RoleName } from './author.js';
import { TeamWhy } from './team-edited.js';
import { Slot } from './slot.js';
import { Time } from './time.js';

interface PostProps {
  ui: Ui;
  post: VisiblePost;
}

function PostDate({ ui, post }: PostProps) {
  const written = ui.dates.absolute(post.writtenAt);
  const published = ui.dates.absolute(post.publishedAt);
  const title = written === published ? published : ui.t.read.writtenAndPublished(written, published);
  return <a href={postAddress(post.thread, post.number)}><Time ui={ui} at={post.publishedAt} title={title} /></a>;
}

/** Leads to the earlier texts where readers may see them. */
function Edited({ post, words }: PostProps & { words: string }) {
  if (!post.history) return <span>{words}</span>;
  return <a href={`${postAddress(post.thread, post.number)}/history`} rel="nofollow">{words}</a>;
}

function Number({ ui, post }: PostProps) {
  return (
    <a class="nr" href={postAddress(post.thread, post.number)}>
      <span class="vh">{ui.t.read.permalink}</span>{ui.t.read.number(post.number)}
    </a>
  );
}

/** What stays where a post was: its number, who took it away, why. */
function Tombstone({ ui, post }: PostProps) {
  const { read } = ui.t;
  const reason = post.gone?.reason ?? null;
  const words = post.gone?.how === 'withdrawn'
    ? read.withdrawn
    : reason === null ? read.takenDown : read.takenDownFor(ui.reason(reason));
  return (
    <article id={`post-${post.number}`} class="post" data-number={post.number} data-change={post.change} data-gone>
      <span class="leaf fallen" aria-hidden="true" />
      <header class="post-head">
        <p class="who">{read.gone}</p> <p class="meta"><PostDate ui={ui} post={post} /></p> <Number ui={ui} post={post} />
      </header>
      <p class="fell">{words}</p>
      <div class="acts"><Slot name={`acts-${post.number}`} /></div>
    </article>
  );
}

/** One post, or what is left of it: the same on a page and as a live fragment. Its text was made safe by src/markup. */
export function Post({ ui, post }: PostProps) {
  const { read, after } = ui.t;
  if (post.gone !== null) return <Tombstone ui={ui} post={post} />;
  const write = `/thread/${post.thread}/replies/new`;
  return (
    <article id={`post-${post.number}`} class={post.number === 1 ? 'post opens' : 'post'} data-number={post.number} data-change={post.change}>
      <Leaf ui={ui} author={post.author} />
      <header class="post-head">
        <p class="who"><AuthorName ui={ui} author={post.author} /></p>{' '}
        <RoleName ui={ui} role={post.author.role} />{' '}
        <p class="meta">
          <PostDate ui={ui} post={post} />{' '}
          {post.replyTo !== null && <a href={postAddress(post.thread, post.replyTo)}>{read.inReplyTo(post.replyTo)}</a>}{' '}
          {post.editedAt !== null && (
            <Edited ui={ui} post={post} words={(post.editedByTeam ? read.editedByTeam : read.edited)(ui.dates.relative(post.editedAt))} />
          )}
        </p>{' '}
        <Number ui={ui} post={post} />
      </header>
      {post.editedFor !== null && <p class="hint team-edit"><TeamWhy ui={ui} {...post.editedFor} /></p>}
      <div class="text" dangerouslySetInnerHTML={{ __html: post.html }} />
      <div class="acts">
        <a class="q" href={`${write}?to=${post.number}`} data-reply={post.number} rel="nofollow">{read.reply}<span class="vh">{read.replyTo(post.number)}</span></a>{' '}
        <a class="q" href={`${write}?quote=${post.number}`} data-quote={post.number} rel="nofollow">{read.quote}<span class="vh">{read.quoteWhat(post.number)}</span></a>{' '}
        <a class="q" href={`${postAddress(post.thread, post.number)}/report`} rel="nofollow">{after.report}<span class="vh">{after.reportWhat(post.number)}</span></a>{' '}
        <Slot name={`acts-${post.number}`} />
      </div>
    </article>
  );
}
