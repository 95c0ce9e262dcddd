import type { Ui } from '../ui.js';

const PAGES = ['/categories', '/sites', '/blocked-words', '/reasons', '/members'] as const;

/** What only administrators have: the rooms, the sites elsewhere, the lists of words and reasons, the roles. */
export function AdministrationNav({ ui }: { ui: Ui }) {
  const { administration } = ui.t;
  const words = { '/categories': administration.categories, '/sites': ui.t.hostSites.sites, '/blocked-words': administration.words, '/reasons': administration.reasons, '/members': ui.t.site.members };
  const [here = ''] = ui.path.split('?');
  return (
    <nav class="rooms ui" aria-label={administration.nav}>
      {PAGES.map((page) => <><a href={page} aria-current={here === page ? 'page' : here.startsWith(`${page}/`) ? 'true' : undefined}>{words[page]}</a>{' '}</>)}
    </nav>
  );
}
