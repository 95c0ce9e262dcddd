import type { ComponentChild } from 'preact';
import { townAndDepartment } from '../../src/towns/town.js';
import { hasFacts, type VisibleCall, type VisiblePost, type VisibleThread } from '../../src/threads/visible.js';
import { categoryAddress, threadAddress, townAddress } from '../kit/address.js';
import { Leaf, nameOf } from '../kit/author.js';
import { FreshBar } from '../kit/fresh-bar.js';
import { Layout } from '../kit/layout.js';
import { PagesNav } from '../kit/pages-nav.js';
import { Post } from '../kit/post.js';
import { ShareLinks } from '../kit/share-links.js';
import type { SharedPage } from '../kit/shared-page.js';
import { SectionFoot } from '../writing/section-foot.js';
import { SectionHead } from '../writing/section-head.js';
import { CallSlip } from './call-slip.js';
import { ReadingLine } from './reading-line.js';
import { Slot } from '../kit/slot.js';
import { statedTitle } from '../kit/stated-title.js';
import { ThreadMarks } from '../kit/thread-row.js';
import { Trail } from '../kit/trail.js';
import type { Ui } from '../kit/ui.js';

export interface ThreadPageProps {
  ui: Ui;
  thread: VisibleThread;
  posts: VisiblePost[];
  /** From 1 to `pages`. */
  page: number;
  pages: number;
  call: VisibleCall | null;
  /** What the thread is about besides its words, above its posts on the first page. */
  head: ComponentChild | null;
  /** Whether those who get this page may answer: what would be refused is not offered. */
  answerable: boolean;
  /** Its whole address, for links that share it. */
  url: string;
  shared: SharedPage | null;
}

/** The place in the navigation that a thread of each kind belongs to. */
const SECTIONS = { thread: 'threads', workshop: 'agenda', case: 'cases' } as const;

/** Who spoke, one after the other, as a small branch beside the posts of this page. */
function Turns({ ui, posts }: { ui: Ui; posts: VisiblePost[] }) {
  const { read } = ui.t;
  return (
    <section>
      <h2 class="filet">{read.turns}</h2>
      <ol class="turns ui" data-turns>
        {posts
          .filter(({ gone }) => gone?.how !== 'moved')
          .map((post) => (
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

/** In the slot `fresh-N`: from here on a member has read nothing yet. */
export function FreshLine({ ui }: { ui: Ui }) {
  return (
    <p class="since ui" data-since>
      {ui.t.read.freshSince}
    </p>
  );
}

export function ThreadPage(props: ThreadPageProps) {
  const { ui, thread, posts, page, pages, head, answerable, url, shared, call } = props;
  const { read } = ui.t;
  const title = statedTitle(ui, thread);
  const last = page === pages;
  const address = (to: number) => threadAddress(thread, to);
  return (
    <Layout
      ui={ui}
      title={pages === 1 ? title : `${title}, ${read.pageOf(page, pages)}`}
      section={SECTIONS[thread.kind]}
      noindex={thread.retired}
      feeds={thread.category.audience === 'everyone' ? `/thread/${thread.id}` : undefined}
      shared={shared}
      wings={hasFacts(thread.kind)}
    >
      <Trail ui={ui} steps={[{ href: categoryAddress(thread.category), words: thread.category.name }]} />
      <div class="title">
        {thread.article === null && <h1>{title}</h1>}
        {thread.article !== null && <SectionHead ui={ui} article={thread.article} thread={thread} />}
        <p class="ui meta" data-facts={thread.article === null ? true : undefined}>
          {thread.article === null && (
            <>
              <span>{read.posts(thread.postCount)}</span>{' '}
            </>
          )}
          {pages > 1 && <span>{read.pageOf(page, pages)}</span>}{' '}
          {!last && <a href={address(pages)}>{read.lastPage}</a>}
          {thread.tie !== null && (
            <>
              {' '}
              <a href={townAddress(thread.tie)} data-tie>
                {townAndDepartment(thread.tie)}
              </a>
            </>
          )}
          <ThreadMarks ui={ui} thread={thread} />
        </p>
        <ReadingLine ui={ui} thread={thread} />
        <Slot name="team" />
      </div>
      <CallSlip ui={ui} call={call} />
      {head}
      <div class="beside">
        <div class="column">
          <h2 class="vh">{read.postsHeading}</h2>
          <PagesNav ui={ui} page={page} pages={pages} address={address} label={read.pagesAbove} thread={thread.id} />
          <ol
            class={thread.article?.threading === 'one-level' ? 'posts branches' : 'posts'}
            data-thread={thread.id}
            data-live-thread={thread.id}
            data-closed={answerable ? undefined : true}
            data-changes={thread.changes}
            data-after={thread.lastNumber}
            data-next={last ? undefined : address(page + 1)}
          >
            {posts.map((post) => (
              <li>
                <Slot name={`fresh-${post.number}`} />
                <Post ui={ui} post={post} answerable={answerable} />
              </li>
            ))}
          </ol>
          <p class="fresh ui" role="status" data-elsewhere hidden>
            <a href={`/thread/${thread.id}`}>{ui.t.moving.elsewhere}</a>
          </p>
          <FreshBar href={address(pages)} one={read.newPostOne} many={read.newPostMany} />
          {last && (
            <div data-mine>
              <Slot name="mine" />
            </div>
          )}
          <PagesNav ui={ui} page={page} pages={pages} address={address} thread={thread.id} />
          <Slot name="writing" />
          {thread.article !== null && <SectionFoot ui={ui} article={thread.article} />}
          {thread.article === null && (
            <footer class="hint section-foot">
              <ShareLinks ui={ui} title={title} url={url} mastodon={`/thread/${thread.id}/share`} />
            </footer>
          )}
        </div>
        <aside class="around" aria-label={read.aroundThread}>
          <Turns ui={ui} posts={posts} />
        </aside>
      </div>
    </Layout>
  );
}
