import type { VisiblePost, VisibleThread } from '../../src/threads/visible.js';
import { categoryAddress, threadAddress } from '../parts/address.js';
import { Leaf, nameOf } from '../parts/author.js';
import { FreshBar } from '../parts/fresh-bar.js';
import { Layout } from '../parts/layout.js';
import { PagesNav } from '../parts/pages-nav.js';
import { Post } from '../parts/post.js';
import { SectionFoot } from '../parts/section-foot.js';
import { SectionHead } from '../parts/section-head.js';
import { Slot } from '../parts/slot.js';
import { ThreadMarks, titleOf } from '../parts/thread-row.js';
import { Trail } from '../parts/trail.js';
import type { Ui } from '../ui.js';

export interface ThreadPageProps {
  ui: Ui;
  thread: VisibleThread;
  posts: VisiblePost[];
  /** From 1 to `pages`. */
  page: number;
  pages: number;
}

/** Who spoke, one after the other, as a small branch beside the posts of this page. */
function Turns({ ui, posts }: { ui: Ui; posts: VisiblePost[] }) {
  const { read } = ui.t;
  return (
    <section>
      <h2 class="filet">{read.turns}</h2>
      <ol class="turns ui" data-turns>
        {posts.filter(({ gone }) => gone?.how !== 'moved').map((post) => (
          <li>
            <Leaf ui={ui} author={post.author} small state={post.gone === null ? undefined : 'fallen'} />{' '}
            <a href={`#post-${post.number}`}>{post.gone === null ? nameOf(ui, post.author) : read.turnGone}</a>{' '}
            <span>{ui.dates.short(post.publishedAt)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function ThreadPage({ ui, thread, posts, page, pages }: ThreadPageProps) {
  const { read } = ui.t;
  const title = titleOf(ui, thread);
  const last = page === pages;
  const address = (to: number) => threadAddress(thread, to);
  return (
    <Layout ui={ui} title={pages === 1 ? title : `${title}, ${read.pageOf(page, pages)}`} section="threads" noindex={thread.retired}>
      <Trail ui={ui} steps={[{ href: categoryAddress(thread.category), words: thread.category.name }]} />
      <div class="title">
        {thread.article === null && <h1>{title}</h1>}
        {thread.article !== null && <SectionHead ui={ui} article={thread.article} thread={thread} />}
        <p class="ui meta" data-facts={thread.article === null ? true : undefined}>
          {thread.article === null && <><span>{read.posts(thread.postCount)}</span>{' '}</>}
          {pages > 1 && <span>{read.pageOf(page, pages)}</span>}{' '}
          {!last && <a href={address(pages)}>{read.lastPage}</a>}
          <ThreadMarks ui={ui} thread={thread} />
        </p>
        <Slot name="team" />
      </div>
      <div class="beside">
        <div class="column">
          <h2 class="vh">{read.postsHeading}</h2>
          {page > 1 && <PagesNav ui={ui} page={page} pages={pages} address={address} label={read.pagesAbove} />}
          <ol
            class={thread.article?.threading === 'one-level' ? 'posts branches' : 'posts'} data-thread={thread.id} data-live-thread={thread.id} data-changes={thread.changes}
            data-after={thread.lastNumber} data-next={last ? undefined : address(page + 1)}
          >
            {posts.map((post) => <li><Post ui={ui} post={post} /></li>)}
          </ol>
          <p class="fresh ui" role="status" data-elsewhere hidden><a href={`/thread/${thread.id}`}>{ui.t.moving.elsewhere}</a></p>
          <FreshBar href={address(pages)} one={read.newPostOne} many={read.newPostMany} />
          {last && <div data-mine><Slot name="mine" /></div>}
          <PagesNav ui={ui} page={page} pages={pages} address={address} />
          <Slot name="writing" />
          {thread.article !== null && <SectionFoot ui={ui} article={thread.article} />}
        </div>
        <aside aria-label={read.aroundThread}><Turns ui={ui} posts={posts} /></aside>
      </div>
    </Layout>
  );
}
