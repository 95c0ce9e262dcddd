import { Layout } from '../parts/layout.js';
import { Prose } from '../parts/prose.js';
import type { Ui } from '../ui.js';

/** What this server holds about whoever reads, writes, or has an account. */
export function AboutPage({ ui }: { ui: Ui }) {
  const { about } = ui.t;
  return (
    <Layout ui={ui} title={about.title}>
      <div class="title"><h1>{about.title}</h1><p class="lede">{about.lede}</p></div>
      <div class="column stack prose"><Prose sections={about.sections} /></div>
    </Layout>
  );
}
