import { Leaf } from './author.js';
import type { AccountView, Ui } from './ui.js';

/** The slot `account` of the masthead: what it says about who looks. */
export function AccountMenu({ ui, account }: { ui: Ui; account: AccountView | null }) {
  const { t } = ui;
  const current = (path: string) => (ui.path === path ? 'page' : undefined);
  if (account === null) {
    const back = ui.path === '/' || ui.path.startsWith('/login') ? '' : `?back=${encodeURIComponent(ui.path)}`;
    return (
      <nav class="me" aria-label={t.site.accountNav}>
        <a href={`/login${back}`} aria-current={current('/login')}>
          {t.site.logIn}
        </a>
      </nav>
    );
  }
  const { notices } = account;
  return (
    <nav class="me" aria-label={t.site.accountNav} data-member>
      <a
        class="told-me"
        href="/me/notices"
        title={notices === 0 ? undefined : t.notices.unseen(notices)}
        aria-current={current('/me/notices')}
      >
        {/* Where there is no room for the word. */}
        <svg class="bell" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <path d="M5 17V10a7 7 0 0114 0v7l2 2H3zM9.500 20.500h5a2.500 2.500 0 01-5 0z" fill="currentColor" />
        </svg>
        {notices > 0 && (
          <>
            <b>{notices}</b>{' '}
          </>
        )}
        <span>{notices === 0 ? t.notices.title : t.notices.word(notices)}</span>
      </a>{' '}
      <a class="self" href="/me" title={t.site.myAccount(account.name)} aria-current={current('/me')}>
        <Leaf ui={ui} author={account} /> <span class="name">{account.name}</span>
      </a>
    </nav>
  );
}
