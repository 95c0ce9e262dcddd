import { h } from 'preact';
import type { Ui } from '../kit/ui.js';

/**
 * A page as another site would have it, with a style of its own: only the element with the comments is the forum's.
 */
export function DemoArticlePage({
  ui,
  site,
  identifier,
  section,
}: {
  ui: Ui;
  site: string;
  identifier: string;
  section: string;
}) {
  const { demoArticle } = ui.t;
  return (
    <html lang={ui.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${demoArticle.title} – ${demoArticle.paper}`}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={ui.assets.demoStyle} />
        <script type="module" src="/embed/comments.js" />
      </head>
      <body>
        <header class="host-top">
          <p class="host-name">{demoArticle.paper}</p>
          <p>{demoArticle.motto}</p>
        </header>
        <main class="host-main">
          <article>
            <h1>{demoArticle.title}</h1>
            <p class="by">{demoArticle.byline}</p>
            <figure>
              <svg viewBox="0 0 720 200" aria-hidden="true">
                <rect width="720" height="200" class="sky" />
                <path d="M0 150 L160 96 L320 150 L320 200 L0 200 Z M340 160 h380 v40 H340 Z" class="hall" />
                <path d="M520 200 V52 h6 V200 Z M523 52 h54 v6 h-54 Z" class="mast" />
                <path d="M566 58 h34 l12 12 -12 12 h-34 Z" class="camera" />
              </svg>
              <figcaption>{demoArticle.caption}</figcaption>
            </figure>
            {demoArticle.paragraphs.map((paragraph) => (
              <p>{paragraph}</p>
            ))}
          </article>
          {h('palabre-comments', { site, article: identifier } as object, <a href={section}>{demoArticle.link}</a>)}
        </main>
        <footer class="host-foot">
          <p>{demoArticle.foot}</p>
          <p>
            <a href="/">{demoArticle.back}</a>
          </p>
        </footer>
      </body>
    </html>
  );
}
