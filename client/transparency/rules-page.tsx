import { Layout } from '../kit/layout.js';
import { Prose } from '../kit/prose.js';
import type { Ui } from '../kit/ui.js';

/** The charter: how it is decided, the public list of reasons, and how to write. */
export function RulesPage({ ui }: { ui: Ui }) {
  const { rules } = ui.t;
  return (
    <Layout ui={ui} title={rules.title}>
      <div class="title">
        <h1>{rules.title}</h1>
        <p class="lede">{rules.lede}</p>
      </div>
      <div class="column stack prose">
        <Prose sections={rules.sections} />
        <section id="reasons">
          <h2 class="filet">{rules.reasons}</h2>
          <p>{rules.reasonsLede}</p>
          <dl class="reasons-list">
            {ui.reasons.map(({ name, about }) => (
              <>
                <dt>{name}</dt>
                {about !== '' && <dd>{about}</dd>}
              </>
            ))}
          </dl>
          <p class="meta">
            <a href="/transparency">{ui.t.statistics.title}</a> <a href="/transparency/log">{ui.t.transparency.log}</a>
          </p>
        </section>
        <section id="writing">
          <h2 class="filet">{rules.writing}</h2>
          <dl class="facts ui">
            {rules.shortcuts.map(([what, how]) => (
              <>
                <dt>{what}</dt>
                <dd>{how}</dd>
              </>
            ))}
          </dl>
        </section>
      </div>
    </Layout>
  );
}
