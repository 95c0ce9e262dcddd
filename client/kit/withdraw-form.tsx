import type { Ui } from './ui.js';

interface WithdrawFormProps {
  ui: Ui;
  action: string;
  /** Read after « Retirer » by screen readers: which one. */
  what?: string;
  warning: string;
  version?: number;
}

/** Withdraws the author's own words, in two steps without a script: open, then confirm. */
export function WithdrawForm({ ui, action, what = '', warning, version }: WithdrawFormProps) {
  const { write } = ui.t;
  return (
    <details class="confirm">
      <summary class="q">
        {write.withdraw}
        <span class="vh">{what}</span>
      </summary>
      <form class="sure" method="post" action={action}>
        {version !== undefined && <input type="hidden" name="version" value={version} />}
        <p class="hint">{warning}</p>
        <p class="acts">
          <button class="b no" type="submit">
            {write.withdrawSure}
          </button>
        </p>
      </form>
    </details>
  );
}
