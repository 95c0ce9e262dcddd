import type { SiteWord } from '../../src/site/site.js';
import { Layout } from '../kit/layout.js';
import type { Ui } from '../kit/ui.js';

/** What the forum says about itself. Its HTML was made safe by src/markup. */
export function SiteWordsPage({ ui, word, html }: { ui: Ui; word: SiteWord; html: string }) {
  const title = ui.t.site.words[word];
  return (
    <Layout ui={ui} title={title}>
      <div class="title">
        <h1>{title}</h1>
      </div>
      <div class="column text" data-words={word} dangerouslySetInnerHTML={{ __html: html }} />
    </Layout>
  );
}
