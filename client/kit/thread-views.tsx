import { Slot } from './slot.js';
import type { Ui } from './ui.js';

/** The view that only members have: the slot `views` of the line of views. */
export function UnreadView({ ui }: { ui: Ui }) {
  return (
    <a href="/unread" aria-current={ui.path.startsWith('/unread') ? 'page' : undefined}>
      {ui.t.read.unreadTitle}
    </a>
  );
}

/** One line for each way to look at the threads, the current one bold. `own` on a page that is one member's own. */
export function ThreadViews({ ui, own = false }: { ui: Ui; own?: boolean }) {
  const { site } = ui.t;
  const [here] = ui.path.split('?');
  return (
    <nav class="sift ui" aria-label={site.viewsNav}>
      {own ? <UnreadView ui={ui} /> : <Slot name="views" />}{' '}
      <a href="/" aria-current={here === '/' ? 'page' : undefined}>
        {site.overview}
      </a>{' '}
      <a href="/recent" aria-current={here === '/recent' ? 'page' : undefined}>
        {site.recent}
      </a>
    </nav>
  );
}
