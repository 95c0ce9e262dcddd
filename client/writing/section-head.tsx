import type { VisibleArticle, VisibleThread } from '../../src/threads/visible.js';
import type { Ui } from '../kit/ui.js';
import { sectionAddress } from '../kit/address.js';
import { typeset } from '../kit/typeset.js';

interface SectionHeadProps {
  ui: Ui;
  article: VisibleArticle;
  thread: VisibleThread | null;
}

/** On the section's own page: whose it is, and the way back to the article, to its stored address and no other. */
export function SectionHead({ ui, article, thread }: SectionHeadProps) {
  const { section } = ui.t;
  return (
    <>
      <p class="spoken">{section.heading}</p>
      <h1>{typeset(ui, article.title)}</h1>
      <p class="ui meta" data-facts>
        <span>{section.comments(thread?.postCount ?? 0)}</span>{' '}
        <a href={article.url} rel="nofollow">
          {section.backToArticle(article.siteName)}
        </a>{' '}
        {thread !== null && (
          <a href={`${sectionAddress(article)}/comments.xml`} type="application/rss+xml">
            {section.feed}
          </a>
        )}
      </p>
    </>
  );
}
