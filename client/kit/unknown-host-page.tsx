import { catalogues } from './make-ui.js';

const LANGUAGES = ['fr', 'en'] as const;

/** For a name that the forum does not know: the visitor's language is not known yet, so it is in both. */
export function UnknownHostPage() {
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{catalogues.fr.problems.unknownHost.title}</title>
      </head>
      <body>
        {LANGUAGES.map((language) => {
          const { title, lede, setting } = catalogues[language].problems.unknownHost;
          return (
            <section lang={language}>
              <h1>{title}</h1>
              <p>{lede}</p>
              <p>{setting}</p>
            </section>
          );
        })}
      </body>
    </html>
  );
}
