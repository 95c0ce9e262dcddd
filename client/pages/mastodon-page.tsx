import type { VisibleArticle } from '../../src/threads/visible.js';
import { sectionAddress } from '../parts/address.js';
import { Field } from '../parts/field.js';
import { Layout } from '../parts/layout.js';
import type { SignedWords } from '../parts/section-box.js';
import type { Ui } from '../ui.js';

export interface MastodonPageProps {
  ui: Ui;
  article: VisibleArticle;
  signed: SignedWords | null;
  /** As it was typed; null before. */
  server: string | null;
}

const TYPED = /^(?:https:\/\/|@?[\w.-]+@)?([^\s/?#@:\\%]+)(?:\/\S*)?$/i;
const NAME = /^(?=.{4,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z](?:[a-z\d-]{0,61}[a-z\d])$/;

/**
 * The name of a server out of what somebody typed: a name, an address, `@me@name`; null for anything else. The browser's
 * own rules decide what a name is, so that an accent is written as servers are asked for it and every number is seen as one.
 */
export function serverIn(typed: string): string | null {
  const [, host] = TYPED.exec(typed.trim()) ?? [];
  const name = host === undefined ? '' : (URL.parse(`https://${host}/`)?.hostname ?? '');
  return NAME.test(name) ? name : null;
}

/** Which server somebody is on is theirs to say, and a plain link is all that comes of it. */
export function MastodonPage({ ui, article, signed, server }: MastodonPageProps) {
  const { section, problems } = ui.t;
  const name = server === null ? null : serverIn(server);
  const text = encodeURIComponent(`${article.title} ${article.url}`);
  const errors = server !== null && name === null ? { fields: { server: 'server-wrong' } } : null;
  return (
    <Layout ui={ui} title={section.mastodonTitle} noindex>
      <div class="title"><h1>{section.mastodonTitle}</h1><p class="lede">{section.mastodonLede}</p></div>
      <div class="column stack">
        {name !== null && <p class="acts"><a class="b do" href={`https://${name}/share?text=${text}`} rel="noreferrer">{section.mastodonGo(name)}</a></p>}
        <form class="form" method="get" action={`${sectionAddress(article)}/share`}>
          {signed !== null && Object.entries(signed).map(([field, value]) => <input type="hidden" name={field} value={value} />)}
          <Field ui={ui} name="server" label={section.mastodonServer} value={server ?? ''} hint={section.mastodonHint} errors={errors} required />
          <p class="acts"><button class="b" type="submit">{section.mastodonAsk}</button> <a class="q" href={article.url} rel="nofollow">{section.backToArticle(article.siteName)}</a></p>
        </form>
        {errors !== null && <p class="vh">{problems.summary(1)}</p>}
      </div>
    </Layout>
  );
}
