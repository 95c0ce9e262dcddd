import { Layout } from './layout.js';
import { Tree } from './tree.js';
import type { Ui } from './ui.js';

/** What every address answers until the administrator has used the printed link. */
export function SetUpPendingPage({ ui }: { ui: Ui }) {
  const { account } = ui.t;
  return (
    <Layout ui={ui} title={account.pendingTitle} noindex bare>
      <div class="lost">
        <Tree />
        <h1>{account.pendingTitle}</h1>
        <p class="lede">{account.pendingLede}</p>
        <p class="lede">{account.pendingClosed}</p>
      </div>
    </Layout>
  );
}
