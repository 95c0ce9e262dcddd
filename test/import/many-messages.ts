import type { Site } from './spip-dump.js';

const MINUTE = 60_000;
const START = Date.UTC(2010, 0, 1);

/** As SPIP writes a date. */
function dateOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 19).replace('T', ' ');
}

/**
 * So many messages on so many articles, every third one a root and the others answers to the one before it on the same
 * article; one in ten waits. `text` says what the n-th one says.
 */
export function manyMessages(
  count: number,
  articles: number,
  text: (n: number) => string = (n) => `Message {{${n}}} sur le gymnase.`,
): Site {
  const forum = Array.from({ length: count }, (_, n) => {
    const article = n % articles;
    const turn = Math.floor(n / articles);
    return {
      id_forum: n + 1,
      id_objet: article + 1,
      id_parent: turn % 3 === 0 ? 0 : n + 1 - articles,
      date_heure: dateOf(START + n * 7 * MINUTE),
      texte: text(n),
      auteur: `Personne ${n % 97}`,
      statut: n % 10 === 9 ? 'prop' : 'publie',
    };
  });
  return {
    articles: Array.from({ length: articles }, (_, n) => ({
      id_article: n + 1,
      titre: `Article numéro ${n + 1}`,
      date: dateOf(START),
    })),
    meta: [{ nom: 'adresse_site', valeur: 'https://feuille.example' }],
    forum,
  };
}
