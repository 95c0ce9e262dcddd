import type { VisibleArticle } from '../../src/threads/visible.js';
import type { Ui } from '../ui.js';
import { sectionAddress } from './address.js';
import type { SignedWords } from './section-box.js';

/** Under what terms, and plain links to share the article: none of them loads anything. */
export function SectionFoot({ ui, article, signed = null }: { ui: Ui; article: VisibleArticle; signed?: SignedWords | null }) {
  const { section } = ui.t;
  const words = signed === null ? '' : `?${new URLSearchParams({ ...signed }).toString()}`;
  const mail = `mailto:?subject=${encodeURIComponent(article.title)}&body=${encodeURIComponent(article.url)}`;
  return (
    <footer class="hint section-foot">
      {article.licence !== '' && <p>{section.licence(article.licence)}</p>}
      <p>
        {section.share}{' '}
        <a href={article.url} rel="nofollow">{section.shareAddress}</a>{' '}
        <a href={mail} rel="nofollow">{section.shareMail}</a>{' '}
        <a href={`${sectionAddress(article)}/share${words}`} rel="nofollow">{section.shareMastodon}</a>
      </p>
    </footer>
  );
}
