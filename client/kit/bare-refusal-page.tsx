import { catalogues } from './make-ui.js';
import type { Catalogue } from '../locales/fr.js';

const LANGUAGES = ['fr', 'en'] as const;

interface BareRefusalPageProps {
  /** The title, then what else is said. */
  words: (problems: Catalogue['problems']) => [string, ...string[]];
}

/** For what is refused before anything is known of the visitor, their language neither: it is in both. */
export function BareRefusalPage({ words }: BareRefusalPageProps) {
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{words(catalogues.fr.problems)[0]}</title>
      </head>
      <body>
        {LANGUAGES.map((language) => {
          const [title, ...lines] = words(catalogues[language].problems);
          return (
            <section lang={language}>
              <h1>{title}</h1>
              {lines.map((line) => (
                <p>{line}</p>
              ))}
            </section>
          );
        })}
      </body>
    </html>
  );
}
