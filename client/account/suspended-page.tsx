import { Layout } from '../kit/layout.js';
import { SuspensionFacts } from '../kit/suspension-facts.js';
import type { Ui } from '../kit/ui.js';

export interface SuspendedPageProps {
  ui: Ui;
  suspension: { until: Date | null; why: string | null };
}

/** Shown to somebody who knows the password of a suspended account, and to nobody else. */
export function SuspendedPage({ ui, suspension }: SuspendedPageProps) {
  const { people } = ui.t;
  return (
    <Layout ui={ui} title={people.suspendedTitle} noindex>
      <div class="narrow stack">
        <div class="title">
          <h1>{people.suspendedTitle}</h1>
        </div>
        <div class="slip bad">
          <SuspensionFacts ui={ui} suspension={suspension} />
        </div>
        <p>{people.suspendedRead}</p>
        <p class="acts">
          <a class="b" href="/">
            {ui.t.problems.toThreads}
          </a>{' '}
          <a class="q" href="/rules">
            {ui.t.site.rules}
          </a>
        </p>
      </div>
    </Layout>
  );
}
