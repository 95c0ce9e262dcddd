import type { TaggedPost, VisibleTag } from '../../src/threads/tags.js';
import type { Slice } from '../../src/threads/visible.js';
import { tagAddress } from '../kit/address.js';
import { Layout } from '../kit/layout.js';
import { OlderNav } from '../kit/pages-nav.js';
import { Trail } from '../kit/trail.js';
import type { Ui } from '../kit/ui.js';
import { PostLine } from './post-line.js';

interface TagPageProps {
  ui: Ui;
  tag: VisibleTag;
  posts: Slice<TaggedPost>;
  /** The cursor that this page was asked with; null on the newest one. */
  before: string | null;
  /** Whether a post with it is for everyone: then it has feeds. */
  isForEveryone: boolean;
}

export function TagPage({ ui, tag, posts, before, isForEveryone }: TagPageProps) {
  const { read } = ui.t;
  const address = tagAddress(tag.tag);
  const title = `#${tag.spelling}`;
  return (
    <Layout
      ui={ui}
      title={title}
      section="threads"
      noindex={before !== null}
      feeds={isForEveryone ? address : undefined}
      wings={false}
    >
      <Trail ui={ui} steps={[{ href: '/tags', words: read.tags }]} />
      <div class="title">
        <h1>{title}</h1>
        <p class="ui meta">
          <span>{read.posts(tag.count)}</span>
        </p>
      </div>
      <section class="column" aria-labelledby="posts">
        <h2 class="vh" id="posts">
          {read.postsHeading}
        </h2>
        <ol class="rows">
          {posts.rows.map((row) => (
            <PostLine ui={ui} row={row} author={row.author} />
          ))}
        </ol>
        <OlderNav
          ui={ui}
          newest={before === null ? null : address}
          older={posts.next === null ? null : `${address}?before=${encodeURIComponent(posts.next)}`}
        />
      </section>
    </Layout>
  );
}

/** The tags in use, the commonest first. */
export function TagsPage({ ui, tags }: { ui: Ui; tags: VisibleTag[] }) {
  const { read } = ui.t;
  return (
    <Layout ui={ui} title={read.tags} section="threads">
      <div class="title">
        <h1>{read.tags}</h1>
        <p class="lede">{tags.length === 0 ? read.noTags : read.tagsLede}</p>
      </div>
      <ul class="tags ui">
        {tags.map(({ tag, spelling, count }) => (
          <li>
            <a href={tagAddress(tag)}>#{spelling}</a> <span class="hint">{read.count(count)}</span>
          </li>
        ))}
      </ul>
    </Layout>
  );
}
