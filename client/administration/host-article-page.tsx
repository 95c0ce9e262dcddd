import type { TypedArticleChange } from '../../src/administration/host-sites/article-administration.js';
import type { AdministeredArticle } from '../../src/administration/host-sites/article-rows.js';
import type { AdministeredSite } from '../../src/administration/host-sites/host-site-settings.js';
import { sectionAddress } from '../kit/address.js';
import { AdministrationNav } from './administration-nav.js';
import { Choice, ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { Notice } from '../kit/notice.js';
import { Tick } from '../kit/tick.js';
import { Trail } from '../kit/trail.js';
import type { Ui } from '../kit/ui.js';

export interface HostArticlePageProps {
  ui: Ui;
  site: AdministeredSite;
  article: AdministeredArticle;
  written: TypedArticleChange;
  /** As typed. */
  alias: string;
  into: string;
  errors: { article: FormErrors | null; alias: FormErrors | null; into: FormErrors | null };
  saved: boolean;
}

/**
 * One article: its title and address, its policy, its aliases, and the article to merge it into when it is known
 * twice.
 */
export function HostArticlePage({ ui, site, article, written, alias, into, errors, saved }: HostArticlePageProps) {
  const { hostSites, account } = ui.t;
  const here = `/sites/${site.slug}/articles/${article.id}`;
  return (
    <Layout ui={ui} title={article.title} team noindex>
      <AdministrationNav ui={ui} />
      <Trail ui={ui} steps={[{ href: `/sites/${site.slug}`, words: site.name }]} />
      <div class="title">
        <h1>{article.title}</h1>
        <p class="ui meta">
          <span>{article.identifier}</span> <span>{hostSites.comments(article.comments)}</span>{' '}
          <a href={sectionAddress({ site: site.slug, identifier: article.identifier })}>{hostSites.openSection}</a>
        </p>
      </div>
      {saved && <Notice words={account.saved} />}
      <div class="column stack">
        <form class="form slip" method="post" action={here}>
          <ErrorSummary ui={ui} errors={errors.article} />
          <Field ui={ui} name="title" label={hostSites.title} value={written.title} errors={errors.article} required />
          <Field ui={ui} name="url" label={hostSites.url} value={written.url} errors={errors.article} required />
          <Field
            ui={ui}
            name="dated"
            label={hostSites.dated}
            optional={account.optional}
            hint={hostSites.datedHint}
            type="date"
            value={written.dated}
            errors={errors.article}
          />
          <Choice
            ui={ui}
            name="policy"
            label={hostSites.policy}
            value={written.policy}
            errors={errors.article}
            choices={Object.entries(hostSites.policies).map(([value, words]) => ({ value, words }))}
          />
          <Tick name="removed" label={hostSites.removed} ticked={written.removed !== ''} />
          <p class="acts">
            <button class="b do" type="submit">
              {account.save}
            </button>
          </p>
        </form>
        <form class="form slip" method="post" action={`${here}/aliases`}>
          <h2>{hostSites.aliases}</h2>
          <ErrorSummary ui={ui} errors={errors.alias} />
          {article.aliases.length > 0 && (
            <ul class="plain">
              {article.aliases.map((each) => (
                <li>
                  <code>{each}</code>
                </li>
              ))}
            </ul>
          )}
          <Field
            ui={ui}
            name="alias"
            prefix="alias"
            label={hostSites.identifier}
            hint={hostSites.aliasesHint}
            value={alias}
            errors={errors.alias}
            required
          />
          <p class="acts">
            <button class="b" type="submit">
              {hostSites.addAlias}
            </button>
          </p>
        </form>
        <form class="form slip" method="post" action={`${here}/merge`}>
          <h2>{hostSites.merge}</h2>
          <ErrorSummary ui={ui} errors={errors.into} />
          <Field
            ui={ui}
            name="into"
            prefix="merge"
            label={hostSites.mergeInto}
            hint={hostSites.mergeHint}
            value={into}
            errors={errors.into}
            required
          />
          <p class="acts">
            <button class="b" type="submit">
              {hostSites.mergeNow}
            </button>
          </p>
        </form>
      </div>
    </Layout>
  );
}
