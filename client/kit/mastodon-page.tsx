import { Field } from './field.js';
import { Layout } from './layout.js';
import type { Ui } from './ui.js';

export interface MastodonPageProps {
  ui: Ui;
  /** What is shared: its title and its whole address. */
  shared: { title: string; url: string };
  /** Where the form goes, and what it carries along. */
  action: string;
  hidden: Readonly<Record<string, string>>;
  /** The way back. */
  back: { href: string; words: string };
  /** As it was typed; null before. */
  server: string | null;
}

const TYPED = /^(?:https:\/\/|@?[\w.-]+@)?([^\s/?#@:\\%]+)(?:\/\S*)?$/i;
const NAME = /^(?=.{4,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z](?:[a-z\d-]{0,61}[a-z\d])$/;

/**
 * Reads the host name of a server from a typed name, an address or `@me@name`; null for anything else. The text is
 * parsed as browsers parse a URL, so that a name with accents gets its ASCII form (punycode) and an IP address,
 * however it is written, is recognised and refused.
 */
export function serverIn(typed: string): string | null {
  const [, host] = TYPED.exec(typed.trim()) ?? [];
  const name = host === undefined ? '' : (URL.parse(`https://${host}/`)?.hostname ?? '');
  return NAME.test(name) ? name : null;
}

/**
 * The visitor types the name of their own server, and the page answers with a plain link to it: nothing is stored, and
 * the forum sends nothing to that server.
 */
export function MastodonPage({ ui, shared, action, hidden, back, server }: MastodonPageProps) {
  const { sharing, problems } = ui.t;
  const name = server === null ? null : serverIn(server);
  const text = encodeURIComponent(`${shared.title} ${shared.url}`);
  const errors = server !== null && name === null ? { fields: { server: 'server-wrong' } } : null;
  return (
    <Layout ui={ui} title={sharing.mastodonTitle} noindex>
      <div class="title">
        <h1>{sharing.mastodonTitle}</h1>
        <p class="lede">{sharing.mastodonLede}</p>
      </div>
      <div class="column stack">
        {name !== null && (
          <p class="acts">
            <a class="b do" href={`https://${name}/share?text=${text}`} rel="noreferrer">
              {sharing.mastodonGo(name)}
            </a>
          </p>
        )}
        <form class="form" method="get" action={action}>
          {Object.entries(hidden).map(([field, value]) => (
            <input type="hidden" name={field} value={value} />
          ))}
          <Field
            ui={ui}
            name="server"
            label={sharing.mastodonServer}
            value={server ?? ''}
            hint={sharing.mastodonHint}
            errors={errors}
            required
          />
          <p class="acts">
            <button class="b" type="submit">
              {sharing.mastodonAsk}
            </button>{' '}
            <a class="q" href={back.href} rel="nofollow">
              {back.words}
            </a>
          </p>
        </form>
        {errors !== null && <p class="vh">{problems.summary(1)}</p>}
      </div>
    </Layout>
  );
}
