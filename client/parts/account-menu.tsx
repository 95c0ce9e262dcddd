import type { AccountView, Ui } from '../ui.js';

/** The slot `account` of the masthead: the only personal thing in the frame. */
export function AccountMenu({ ui, account }: { ui: Ui; account: AccountView | null }) {
  const { t } = ui;
  const current = (path: string) => (ui.path === path ? 'page' : undefined);
  if (account === null) {
    const back = ui.path === '/' || ui.path.startsWith('/login') ? '' : `?back=${encodeURIComponent(ui.path)}`;
    return <nav class="me" aria-label={t.site.accountNav}><a href={`/login${back}`} aria-current={current('/login')}>{t.site.logIn}</a></nav>;
  }
  return (
    <nav class="me" aria-label={t.site.accountNav} data-member>
      {account.waiting !== null && (
        <a class="to-desk" href="/desk">{t.site.desk} <span data-waiting>{account.waiting}</span></a>
      )}{' '}
      {account.notices > 0 && (
        <a class="to-desk" href="/me/notices" title={t.notices.unseen(account.notices)}>{t.notices.title} <b>{account.notices}</b></a>
      )}{' '}
      {account.role === 'administrator' && <a class="wide" href="/members" aria-current={current('/members')}>{t.site.members}</a>}{' '}
      <a href="/me" title={t.site.myAccount(account.name)} aria-current={current('/me')}>{account.name}</a>
    </nav>
  );
}
