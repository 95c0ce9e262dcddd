import type { ComponentChildren } from 'preact';
import type { Ui } from '../ui.js';
import { Slot } from './slot.js';
import { Tree } from './tree.js';

interface LayoutProps {
  ui: Ui;
  /** What stands in the window's title, before the name of the site. */
  title: string;
  /** The entry of the navigation that this page belongs to. */
  section?: 'threads' | 'recent' | 'desk';
  /** The desk's own look: compact, violet. */
  desk?: boolean;
  /** The forum's look, on a page that needs the team's styles: administration, statistics. The desk has them anyway. */
  team?: boolean;
  noindex?: boolean;
  /** Puts no navigation around the page: before the set-up there is nowhere to go. */
  bare?: boolean;
  /** Seconds after which a browser without scripts asks again. */
  refresh?: number | undefined;
  children: ComponentChildren;
}

/** The frame of every page. Nothing personal is in it but what the server puts in the slots `account` and `notice`. */
export function Layout({ ui, title, section, desk = false, team = desk, noindex = false, bare = false, refresh, children }: LayoutProps) {
  const { t, site } = ui;
  const current = (name: LayoutProps['section']) => (section === name ? 'page' : undefined);
  return (
    <html lang={ui.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t.site.pageTitle(title, site.name)}</title>
        {refresh !== undefined && <noscript><meta http-equiv="refresh" content={String(refresh)} /></noscript>}
        {noindex && <meta name="robots" content="noindex" />}
        <meta name="theme-color" content="#eff2de" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#171c16" media="(prefers-color-scheme: dark)" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={ui.assets.style} />
        {team && <link rel="stylesheet" href={ui.assets.teamStyle} />}
        <script type="module" src={ui.assets.script} />
      </head>
      <body class={desk ? 'desk' : undefined}>
        <a class="skip" href="#content">{t.site.skip}</a>
        <header class="masthead">
          {site.demonstration && <p class="demonstration ui">{t.site.demonstration}</p>}
          <div class="in">
            <a class="brand" href="/">
              <Tree /><b>{site.name}</b> <i>{desk ? t.site.moderation : site.description || t.site.motto}</i>
            </a>
            {!bare && (
              <nav aria-label={t.site.forumNav}>
                {desk && <a href="/desk" aria-current={current('desk')}>{t.site.desk}</a>}{' '}
                <a href="/" aria-current={current('threads')}>{desk ? t.site.forum : t.site.threads}</a>{' '}
                <a href="/recent" aria-current={current('recent')}>{t.site.recent}</a>
              </nav>
            )}
            {!bare && <Slot name="account" />}
          </div>
        </header>
        <main class="in page" id="content">
          <Slot name="notice" />
          {children}
        </main>
        <p class="vh" aria-live="polite" data-announce />
        {!desk && (
          <footer class="ours">
            <div class="in">
              <p>{t.site.promise}</p>
              {!bare && (
                <nav aria-label={t.site.aboutNav}>
                  <a href="/rules">{t.site.rules}</a> <a href="/transparency">{t.site.transparency}</a> <a href="/about">{t.site.about}</a>
                </nav>
              )}
            </div>
          </footer>
        )}
      </body>
    </html>
  );
}
