import type { Ui } from './ui.js';

interface ShareLinksProps {
  ui: Ui;
  /** What is shared: its title and its whole address. */
  title: string;
  url: string;
  /** The page that asks for somebody's own server. */
  mastodon: string;
}

/** Plain links to share something: none of them loads anything. */
export function ShareLinks({ ui, title, url, mastodon }: ShareLinksProps) {
  const { sharing } = ui.t;
  return (
    <p data-share>
      {sharing.share}{' '}
      <a href={url} rel="nofollow">
        {sharing.address}
      </a>{' '}
      <a href={`mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(url)}`} rel="nofollow">
        {sharing.mail}
      </a>{' '}
      <a href={mastodon} rel="nofollow">
        {sharing.mastodon}
      </a>
    </p>
  );
}
