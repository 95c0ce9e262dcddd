import type { PaperLetter } from '../../src/notices/paper-letters/paper-letters.js';
import { Layout } from '../kit/layout.js';
import type { Ui } from '../kit/ui.js';

/** The letters to choose from. */
export function LettersPage({ ui, letters }: { ui: Ui; letters: readonly PaperLetter[] }) {
  const { paper } = ui.t;
  return (
    <Layout ui={ui} title={paper.title}>
      <div class="title">
        <h1>{paper.title}</h1>
        <p class="lede">{paper.lede}</p>
        <p class="ui">
          <b>{paper.help}.</b>
        </p>
      </div>
      <div class="narrow stack">
        <section aria-labelledby="letters">
          <h2 class="filet" id="letters">
            {paper.choose}
          </h2>
          <ul class="rows">
            {letters.map((letter) => (
              <li class="row plain-row">
                <h3>
                  <a href={`/letters/${letter.code}`}>{letter[ui.language]}</a>
                </h3>
              </li>
            ))}
          </ul>
          <p class="meta">
            <a href="/deadlines">{ui.t.deadlines.title}</a>
          </p>
        </section>
      </div>
    </Layout>
  );
}
