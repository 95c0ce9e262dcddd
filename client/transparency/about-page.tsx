import { Layout } from '../kit/layout.js';
import { Prose } from '../kit/prose.js';
import type { Ui } from '../kit/ui.js';

/** Names are the same in every language. */
const CREDITS = {
  towns: [
    ['Etalab', 'https://www.npmjs.com/package/@etalab/decoupage-administratif'],
    ['Licence Ouverte 2.0', 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/'],
  ],
  positions: [
    ['GeoNames', 'https://www.geonames.org/'],
    ['CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/'],
  ],
} as const;

/** What this server stores about people who read, write, or have an account. */
export function AboutPage({ ui }: { ui: Ui }) {
  const { about } = ui.t;
  return (
    <Layout ui={ui} title={about.title}>
      <div class="title">
        <h1>{about.title}</h1>
        <p class="lede">{about.lede}</p>
      </div>
      <div class="column stack prose">
        <Prose sections={about.sections} />
        <section>
          <h2 class="filet">{about.credits.title}</h2>
          {(['towns', 'positions'] as const).map((what) => (
            <p>
              {about.credits[what]}{' '}
              {CREDITS[what].map(([name, href], index) => (
                <>
                  {index > 0 && ', '}
                  <a href={href} rel="noreferrer">
                    {name}
                  </a>
                </>
              ))}
              .
            </p>
          ))}
        </section>
      </div>
    </Layout>
  );
}
