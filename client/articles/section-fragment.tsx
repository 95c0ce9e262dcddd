import type { VisibleArticle, VisibleCategory, VisiblePost, VisibleThread } from '../../src/threads/visible.js';
import type { Ui } from '../kit/ui.js';
import { sectionAddress, threadAddress } from '../kit/address.js';
import { PagesNav } from '../kit/pages-nav.js';
import { Post } from '../kit/post.js';
import { SectionBox, type SignedWords } from '../writing/section-box.js';
import { SectionClosed } from '../writing/section-closed.js';
import { SectionFoot } from '../writing/section-foot.js';
import { NOTHING_WRITTEN } from '../kit/written.js';

export interface SectionFragmentProps {
  ui: Ui;
  article: VisibleArticle;
  hold: VisibleCategory['hold'];
  /** Whether everyone may attach files, which the section's own page takes and this one does not. */
  takesFiles: boolean;
  /** Null before the first comment is published. */
  thread: VisibleThread | null;
  posts: VisiblePost[];
  page: number;
  pages: number;
  /** Why a guest may not write here, or null. */
  refused: string | null;
  signed: SignedWords | null;
  usualDelay: number | null;
}

/** The list of comments, in the order of the section. */
export function Comments({
  ui,
  article,
  thread,
  posts,
  refused,
}: Pick<SectionFragmentProps, 'ui' | 'article' | 'posts' | 'refused'> & { thread: VisibleThread }) {
  return (
    <ol
      class={article.threading === 'one-level' ? 'posts branches' : 'posts'}
      data-thread={thread.id}
      data-changes={thread.changes}
      data-after={thread.lastNumber}
    >
      {posts.map((post) => (
        <li>
          <Post ui={ui} post={post} answerable={refused === null} />
        </li>
      ))}
    </ol>
  );
}

/**
 * The whole section below an article on a page elsewhere, for readers without scripts and without a cookie. Its links
 * lead to the section's own page.
 */
export function SectionFragment({
  ui,
  article,
  hold,
  takesFiles,
  thread,
  posts,
  page,
  pages,
  refused,
  signed,
  usualDelay,
}: SectionFragmentProps) {
  const { section } = ui.t;
  const own = sectionAddress(article);
  return (
    <section
      class="palabre-comments forum"
      aria-labelledby="palabre-forum"
      data-site={article.site}
      data-article={article.identifier}
      data-style={ui.assets.sectionStyle}
      data-live={ui.assets.sectionLive}
    >
      <div>
        <h2 class="filet" id="palabre-forum">
          {section.heading}
        </h2>
        <p class="ui meta">
          <span>{section.comments(thread?.postCount ?? 0)}</span>{' '}
          {thread !== null && (
            <>
              <a href={`${own}/comments.xml`} type="application/rss+xml">
                {section.feed}
              </a>{' '}
              <a href={threadAddress(thread, page)}>{section.onForum}</a>
            </>
          )}
        </p>
      </div>
      {thread === null ? (
        <p>{section.none}</p>
      ) : (
        <Comments ui={ui} article={article} thread={thread} posts={posts} refused={refused} />
      )}
      {thread !== null && <PagesNav ui={ui} page={page} pages={pages} address={(to) => threadAddress(thread, to)} />}
      <div data-box>
        {refused === null ? (
          <SectionBox
            ui={ui}
            article={article}
            writer={{ kind: 'guest', readFirst: hold !== 'nobody', attaches: false }}
            written={NOTHING_WRITTEN}
            errors={null}
            signed={signed}
            usualDelay={usualDelay}
          />
        ) : (
          <SectionClosed ui={ui} article={article} why={refused} signed={signed} />
        )}
        {refused === null && takesFiles && (
          <p class="hint">
            <a href={signed === null ? own : `${own}?${new URLSearchParams({ ...signed }).toString()}`}>
              {section.filesThere}
            </a>
          </p>
        )}
      </div>
      <SectionFoot ui={ui} article={article} signed={signed} />
    </section>
  );
}

/** Shown in place of the section when there is none: what is wrong, in words. */
export function SectionProblem({ ui, words }: { ui: Ui; words: string }) {
  return (
    <section class="palabre-comments forum" aria-labelledby="palabre-forum">
      <h2 class="filet" id="palabre-forum">
        {ui.t.section.heading}
      </h2>
      <p class="slip bad" role="status">
        {words}
      </p>
    </section>
  );
}
