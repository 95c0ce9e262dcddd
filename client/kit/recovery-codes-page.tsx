import { Layout } from './layout.js';
import type { Ui } from './ui.js';

export interface RecoveryCodesPageProps {
  ui: Ui;
  codes: string[];
  /** Where to go on to: a path of this site. */
  next: string;
}

/** Shown once, as the answer to the POST that made them; no address leads back here. */
export function RecoveryCodesPage({ ui, codes, next }: RecoveryCodesPageProps) {
  const { account } = ui.t;
  return (
    <Layout ui={ui} title={account.codesTitle} noindex>
      <div class="narrow stack">
        <div class="title">
          <h1>{account.codesTitle}</h1>
          <p class="lede">{account.codesLede}</p>
        </div>
        <ul class="slip codes" aria-label={account.codesList}>
          {codes.map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <p class="hint">{account.codesPrint}</p>
        <p class="acts">
          <a class="b do" href={next}>
            {account.codesKept}
          </a>
        </p>
      </div>
    </Layout>
  );
}
