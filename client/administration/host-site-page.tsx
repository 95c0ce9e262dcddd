import type { AdministrationRow } from '../../src/administration/category-settings.js';
import type { ArticleSlice } from '../../src/administration/host-sites/article-rows.js';
import type { AdministeredSite, TypedHostSite } from '../../src/administration/host-sites/host-site-settings.js';
import type { TypedArticle } from '../../src/administration/host-sites/article-administration.js';
import { AddArticle, AddFeed } from './add-articles.js';
import { AdministrationNav } from './administration-nav.js';
import { AdministrationStory } from './administration-story.js';
import type { FormErrors } from '../kit/form-errors.js';
import { HostSiteForm } from './host-site-form.js';
import { Layout } from '../kit/layout.js';
import { Notice } from '../kit/notice.js';
import { PlaceSection } from './place-section.js';
import type { Ui } from '../kit/ui.js';

export interface HostSitePageProps {
  ui: Ui;
  site: AdministeredSite & { key: string };
  /** Where the forum is reached: the address that pages elsewhere name. */
  forum: string;
  articles: ArticleSlice;
  q: string;
  written: TypedHostSite;
  /** Fields of the form that came back. */
  article: TypedArticle;
  feed: { xml: string; naming: string };
  errors: { site: FormErrors | null; article: FormErrors | null; feed: FormErrors | null };
  log: AdministrationRow[];
  /** What was done, in words; null for nothing. */
  done: string | null;
}

function Articles({
  ui,
  site,
  articles: { articles, before },
  q,
}: Pick<HostSitePageProps, 'ui' | 'site' | 'articles' | 'q'>) {
  const { hostSites } = ui.t;
  const here = `/sites/${site.slug}`;
  const asked: Record<string, string> = q === '' ? {} : { q };
  return (
    <section aria-labelledby="articles">
      <h2 class="filet" id="articles">
        {hostSites.articlesOf}
      </h2>
      <form class="form" method="get" action={`${here}#articles`}>
        <div class="field">
          <label for="articles-q">{hostSites.search}</label>
          <input id="articles-q" type="search" name="q" value={q} />
        </div>
        <p class="acts">
          <button class="b" type="submit">
            {hostSites.find}
          </button>
        </p>
      </form>
      {articles.length === 0 && <p>{hostSites.noArticles}</p>}
      <ol class="members">
        {articles.map((article) => (
          <li class="member">
            <p class="member-name">
              <a href={`${here}/articles/${article.id}`}>{article.title}</a>
            </p>
            <p class="ui meta">
              <span>{article.identifier}</span> <span>{hostSites.comments(article.comments)}</span>{' '}
              {article.policy !== null && <span>{hostSites.policies[article.policy]}</span>}{' '}
              {article.removed && <span>{hostSites.removedMark}</span>}
            </p>
          </li>
        ))}
      </ol>
      {before !== null && (
        <p class="acts">
          <a class="q" href={`${here}?${String(new URLSearchParams({ ...asked, before: String(before) }))}#articles`}>
            {hostSites.older}
          </a>
        </p>
      )}
    </section>
  );
}

/** One site: its articles, how to place their sections, its settings and its key. */
export function HostSitePage({
  ui,
  site,
  forum,
  articles,
  q,
  written,
  article,
  feed,
  errors,
  log,
  done,
}: HostSitePageProps) {
  const { hostSites, account } = ui.t;
  const here = `/sites/${site.slug}`;
  return (
    <Layout ui={ui} title={site.name} team noindex>
      <AdministrationNav ui={ui} />
      <div class="title">
        <h1>{site.name}</h1>
        <p class="lede">
          {hostSites.category}{' '}
          <a href={`/categories/${site.category.id}`}>{hostSites.categoryOf(site.category.name)}</a>
        </p>
      </div>
      {done !== null && <Notice words={done} />}
      <div class="beside">
        <div class="column stack">
          <Articles ui={ui} site={site} articles={articles} q={q} />
          <AddArticle ui={ui} action={`${here}/articles`} written={article} errors={errors.article} />
          <AddFeed ui={ui} action={`${here}/feed`} written={feed} errors={errors.feed} />
          <PlaceSection ui={ui} site={site} forum={forum} />
          <HostSiteForm
            ui={ui}
            action={here}
            heading={hostSites.settings}
            button={account.save}
            written={written}
            errors={errors.site}
          />
          <section class="slip" aria-labelledby="key">
            <h2 id="key">{hostSites.key}</h2>
            <p>{hostSites.keyHint}</p>
            <details>
              <summary>{hostSites.showKey}</summary>
              <p>
                <code>{site.key}</code>
              </p>
            </details>
            <form method="post" action={`${here}/key`}>
              <p class="hint">{hostSites.renewHint}</p>
              <p class="acts">
                <button class="b" type="submit">
                  {hostSites.renewKey}
                </button>
              </p>
            </form>
          </section>
        </div>
        <AdministrationStory ui={ui} rows={log} />
      </div>
    </Layout>
  );
}
