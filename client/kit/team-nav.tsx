import type { AccountView, Ui } from './ui.js';

const SETTINGS = /^\/(site|categories|sites|members|reasons|blocked-words|invitations)(?=[/?]|$)/;

const DESK = /^\/desk(?=[/?]|$)/;

/** Whether the line says of one of its links that this page belongs to it. */
export function isOfTeam(path: string): boolean {
  return DESK.test(path) || SETTINGS.test(path);
}

/**
 * The slot `work` below the masthead: who has work sees it on a line of its own, so that the first line is the same
 * for all.
 */
export function TeamNav({ ui, account }: { ui: Ui; account: AccountView }) {
  const { site } = ui.t;
  const administers = account.role === 'administrator';
  const here = (inside: boolean) => (inside ? 'true' : undefined);
  if (account.waiting === null && !administers) return null;
  return (
    <nav class="team-nav ui" aria-label={site.teamNav}>
      <p class="in">
        <b>{administers ? site.team : ui.t.roles.moderator}</b>{' '}
        {account.waiting !== null && (
          <a href="/desk" aria-current={ui.path === '/desk' ? 'page' : here(DESK.test(ui.path))}>
            {site.desk} <span data-waiting>{account.waiting}</span>
          </a>
        )}{' '}
        {administers && (
          <a href="/site" aria-current={here(SETTINGS.test(ui.path))}>
            {site.administration}
          </a>
        )}
      </p>
    </nav>
  );
}
