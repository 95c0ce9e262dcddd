import type { VisibleArticle } from '../../src/threads/visible.js';
import type { Ui } from '../kit/ui.js';
import { sectionAddress } from '../kit/address.js';
import { ShareLinks } from '../kit/share-links.js';
import type { SignedWords } from './section-box.js';

/** The licence of the comments, and plain links to share the article: none of them loads anything. */
export function SectionFoot({
  ui,
  article,
  signed = null,
}: {
  ui: Ui;
  article: VisibleArticle;
  signed?: SignedWords | null;
}) {
  const { section } = ui.t;
  const words = signed === null ? '' : `?${new URLSearchParams({ ...signed }).toString()}`;
  return (
    <footer class="hint section-foot">
      {article.licence !== '' && <p>{section.licence(article.licence)}</p>}
      <ShareLinks
        ui={ui}
        title={article.title}
        url={article.url}
        mastodon={`${sectionAddress(article)}/share${words}`}
      />
    </footer>
  );
}
