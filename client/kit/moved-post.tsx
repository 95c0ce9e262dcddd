import type { VisiblePost } from '../../src/threads/visible.js';
import type { Ui } from './ui.js';
import { postAddress } from './address.js';

/**
 * What stays in place of a post that was moved: its number, and a link to its new place for those who may read it
 * there.
 */
export function MovedPost({ ui, post }: { ui: Ui; post: VisiblePost }) {
  const { moving, read } = ui.t;
  return (
    <article
      id={`post-${post.number}`}
      class="post moved"
      data-number={post.number}
      data-change={post.change}
      data-gone
    >
      <p class="ui meta">
        <span>{read.number(post.number)}</span> <span>{moving.movedPost}</span>{' '}
        {post.moved && (
          <a href={postAddress(post.thread, post.number)}>
            {moving.movedRead}
            <span class="vh">{moving.movedReadWhat(post.number)}</span>
          </a>
        )}
      </p>
    </article>
  );
}
