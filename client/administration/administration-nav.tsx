import type { Ui } from '../kit/ui.js';

const PAGES = [
  '/site',
  '/categories',
  '/sites',
  '/blocked-words',
  '/reasons',
  '/themes',
  '/deadlines',
  '/members',
  '/invitations',
] as const;

/**
 * Links to what only administrators have: categories, sites elsewhere, lists of words and reasons, roles,
 * invitations.
 */
export function AdministrationNav({ ui }: { ui: Ui }) {
  const { administration } = ui.t;
  const words = {
    '/site': administration.site,
    '/categories': administration.categories,
    '/sites': ui.t.hostSites.sites,
    '/blocked-words': administration.words,
    '/reasons': administration.reasons,
    '/themes': administration.themes,
    '/deadlines': ui.t.deadlines.link,
    '/members': ui.t.site.members,
    '/invitations': ui.t.invitations.title,
  };
  const [here = ''] = ui.path.split('?');
  return (
    <nav class="rooms ui" aria-label={administration.nav}>
      {PAGES.map((page) => (
        <>
          <a href={page} aria-current={here === page ? 'page' : here.startsWith(`${page}/`) ? 'true' : undefined}>
            {words[page]}
          </a>{' '}
        </>
      ))}
    </nav>
  );
}
