import type { ComponentChildren } from 'preact';
import type { Ui } from './ui.js';
import { Seek } from './seek.js';
import { type SharedPage, SharedTags } from './shared-page.js';
import { Slot } from './slot.js';
import { Tree } from './tree.js';

export interface FeedAddresses {
  atom: string;
  rss: string;
}

interface LayoutProps {
  ui: Ui;
  /** What stands in the window's title, before the name of the site. */
  title: string;
  /** The entry of the navigation that this page belongs to. */
  section?: 'threads' | 'cases' | 'agenda' | 'documents' | 'desk';
  /** The desk's own look: compact, violet. */
  desk?: boolean;
  /**
   * The forum's look, on a page that needs the team's styles: administration, statistics. The desk has them anyway.
   */
  team?: boolean;
  /** Whether it shows more than threads and lists of them, which have their styles in the first sheet. */
  wings?: boolean;
  noindex?: boolean;
  /** Puts no navigation around the page: before the set-up there is nowhere to go. */
  bare?: boolean;
  /**
   * The path that the feeds of this page stand below, or their addresses; left out where it has none that everyone may
   * read.
   */
  feeds?: string | FeedAddresses | undefined;
  /** What the page says of itself to other programs, where everyone may read it. */
  shared?: SharedPage | null;
  /** Whether it gains anything by scripts: a list of links and plain fields does without, and weighs less. */
  scripts?: boolean;
  /** Seconds after which a browser without scripts asks again. */
  refresh?: number | undefined;
  children: ComponentChildren;
}

/** « mamot.example/@forum »: where it leads, without what every address has. */
function wordsOfAddress(address: string): string {
  return address.replace(/^https:\/\//, '').replace(/\/$/, '');
}

/**
 * The frame of every page. Nothing personal is in it but what the server puts in the slots `account`, `work` and
 * `notice`.
 */
export function Layout({
  ui,
  title,
  section,
  desk = false,
  team = desk,
  wings = true,
  noindex = false,
  bare = false,
  feeds: below,
  shared = null,
  scripts = true,
  refresh,
  children,
}: LayoutProps) {
  const { t, site } = ui;
  const feeds = typeof below === 'string' ? { atom: `${below}/feed.atom`, rss: `${below}/feed.rss` } : below;
  return (
    <html lang={ui.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t.site.pageTitle(title, site.name)}</title>
        {refresh !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={String(refresh)} />
          </noscript>
        )}
        {shared !== null && <SharedTags {...shared} />}
        {noindex && <meta name="robots" content="noindex" />}
        <meta name="theme-color" content="#eff2de" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#171c16" media="(prefers-color-scheme: dark)" />
        {feeds !== undefined && (
          <>
            <link rel="alternate" type="application/atom+xml" title={t.feeds.atom} href={feeds.atom} />
            <link rel="alternate" type="application/rss+xml" title={t.feeds.rss} href={feeds.rss} />
          </>
        )}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={ui.assets.style} />
        {wings && <link rel="stylesheet" href={ui.assets.wingsStyle} />}
        {team && <link rel="stylesheet" href={ui.assets.teamStyle} />}
        {scripts && <script type="module" src={ui.assets.script} />}
      </head>
      <body class={desk ? 'desk' : undefined}>
        <a class="skip" href="#content">
          {t.site.skip}
        </a>
        <header class="masthead">
          {site.demonstration && <p class="demonstration ui">{t.site.demonstration}</p>}
          <div class="in">
            <a class="brand" href="/">
              <Tree />
              <b>{site.name}</b> <i>{desk ? t.site.moderation : site.description || t.site.motto}</i>
            </a>
            {!bare && (
              <nav class="places" aria-label={t.site.forumNav}>
                <a href="/" aria-current={section === 'threads' ? 'page' : undefined}>
                  {t.site.threads}
                </a>{' '}
                <a href="/cases" aria-current={section === 'cases' ? 'page' : undefined}>
                  {t.cases.title}
                </a>{' '}
                <a href="/workshops" aria-current={section === 'agenda' ? 'page' : undefined}>
                  {t.workshops.agenda}
                </a>{' '}
                <a href="/documents" aria-current={section === 'documents' ? 'page' : undefined}>
                  {t.documents.library}
                </a>
              </nav>
            )}
            {!bare && <Seek ui={ui} id="seek" />}
            {!bare && <Slot name="account" />}
          </div>
          {!bare && <Slot name="work" />}
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
                  {feeds !== undefined && (
                    <>
                      <a href={feeds.atom} type="application/atom+xml">
                        {t.feeds.atom}
                      </a>{' '}
                      <a href={feeds.rss} type="application/rss+xml">
                        {t.feeds.rss}
                      </a>{' '}
                    </>
                  )}
                  <a href="/rules">{t.site.rules}</a> <a href="/transparency">{t.site.transparency}</a>{' '}
                  <a href="/about">{t.site.about}</a> <a href="/site-map">{t.feeds.mapTitle}</a>{' '}
                  <a href="/follow">{t.section.findAgain}</a> <a href="/deadlines">{t.deadlines.link}</a>{' '}
                  <a href="/letters">{t.paper.link}</a>{' '}
                  {site.profiles.map((address) => (
                    <>
                      <a href={address} rel="me noreferrer">
                        {wordsOfAddress(address)}
                      </a>{' '}
                    </>
                  ))}
                  {site.words.map((word) => (
                    <>
                      <a href={`/${word}`}>{t.site.words[word]}</a>{' '}
                    </>
                  ))}
                </nav>
              )}
            </div>
          </footer>
        )}
      </body>
    </html>
  );
}
