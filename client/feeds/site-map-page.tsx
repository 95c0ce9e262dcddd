import type { VisibleCategory } from '../../src/threads/visible.js';
import { categoryAddress } from '../kit/address.js';
import { Layout } from '../kit/layout.js';
import type { Ui } from '../kit/ui.js';

interface SiteMapPageProps {
  ui: Ui;
  /** All that those who get this page may read. */
  categories: VisibleCategory[];
}

interface MapLink {
  href: string;
  words: string;
  /** A line about it; may be empty. */
  about?: string;
}

function MapSection({ id, heading, links }: { id: string; heading: string; links: MapLink[] }) {
  return (
    <section aria-labelledby={id}>
      <h2 class="filet" id={id}>
        {heading}
      </h2>
      <ul class="lines">
        {links.map(({ href, words, about = '' }) => (
          <li>
            <a href={href}>{words}</a>
            {about !== '' && <span class="hint"> {about}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** « Plan du site »: every place of the forum from which all the others are reached. */
export function SiteMapPage({ ui, categories }: SiteMapPageProps) {
  const { cases, feeds, read, search, site, workshops } = ui.t;
  const line = (category: VisibleCategory): MapLink => ({
    href: categoryAddress(category),
    words: category.name,
    about: category.description,
  });
  const sites = categories.filter(({ ofArticles }) => ofArticles);
  return (
    <Layout ui={ui} title={feeds.mapTitle}>
      <div class="title">
        <h1>{feeds.mapTitle}</h1>
        <p class="lede">{feeds.mapLede}</p>
      </div>
      <div class="column stack">
        <MapSection
          id="threads"
          heading={site.threads}
          links={[
            { href: '/', words: read.homeTitle },
            { href: '/recent', words: read.recentThreads },
            { href: '/tags', words: read.tags },
            { href: '/search', words: search.title },
          ]}
        />
        <MapSection
          id="agenda"
          heading={workshops.agenda}
          links={[
            { href: '/workshops', words: workshops.coming },
            { href: '/workshops?view=month', words: workshops.byMonth },
            { href: '/workshops?past=yes', words: workshops.past },
          ]}
        />
        <MapSection
          id="cases"
          heading={cases.title}
          links={[
            { href: '/cases', words: cases.everything },
            { href: '/map', words: cases.mapTitle },
            { href: '/deadlines', words: ui.t.deadlines.title },
            { href: '/letters', words: ui.t.paper.title },
            { href: '/documents', words: ui.t.documents.library },
          ]}
        />
        <MapSection
          id="categories"
          heading={read.categories}
          links={categories.filter(({ ofArticles }) => !ofArticles).map(line)}
        />
        {sites.length > 0 && <MapSection id="sites" heading={feeds.mapSites} links={sites.map(line)} />}
        <MapSection
          id="pages"
          heading={feeds.mapForum}
          links={[
            { href: '/rules', words: site.rules },
            { href: '/transparency', words: site.transparency },
            { href: '/about', words: site.about },
            { href: '/follow', words: ui.t.section.findAgain },
            ...ui.site.words.map((word) => ({ href: `/${word}`, words: site.words[word] })),
            { href: '/feeds.opml', words: feeds.opml, about: feeds.opmlAbout },
          ]}
        />
      </div>
    </Layout>
  );
}
