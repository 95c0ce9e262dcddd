import type { Ui } from './ui.js';

/** Where a guest may not write: the two ways to an account, both of which come back. */
export function AccountNeeded({ ui, back, words }: { ui: Ui; back: string; words?: string }) {
  const { write } = ui.t;
  const query = `?back=${encodeURIComponent(back)}`;
  return (
    <p class="hint">
      {words ?? write.membersOnlyBefore}
      <a href={`/login${query}`}>{write.membersOnlyLogIn}</a>
      {write.membersOnlyOr}
      <a href={`/register${query}`}>{write.membersOnlyRegister}</a>
      {write.membersOnlyAfter}
    </p>
  );
}
