import { frenchCount } from '../../plural.js';

/** Covering parts of a file before it is accepted. */
export const blackOut = {
  act: 'Caviarder…',
  title: 'Caviarder',
  titleOf: (title: string) => `Caviarder « ${title} »`,
  lede: 'Ce qui est couvert disparaît du fichier, il n’est pas seulement caché : une page touchée devient une image, et son texte perd ces mots. Les autres pages restent telles quelles.',
  back: 'Le message',
  words: 'Mots à couvrir, un par ligne',
  wordsHint:
    'Toutes leurs places seront montrées, à cocher une par une. Une page numérisée n’a pas de mots : dessinez.',
  drop: 'Pages à laisser de côté',
  dropHint: 'Par exemple : 2, 5-7',
  areas: 'Rectangles à couvrir, un par ligne',
  areasHint:
    'Avec JavaScript, tirez-les sur les pages. Sinon : page, gauche, haut, largeur, hauteur, en millièmes de la page. Par exemple : 1, 100, 850, 400, 60',
  look: 'Montrer ce qui sera couvert',
  found: 'Places trouvées',
  place: (page: number, line: string) => (line === '' ? `page ${page}` : `page ${page} : ${line}`),
  notFound: 'Ces mots ne sont nulle part dans le texte du fichier.',
  forget: 'Oublier tout de suite le fichier d’avant : personne ne l’aura plus, et rien ne pourra être repris.',
  send: 'Caviarder ainsi',
  willBe: 'Ce que cela donnera',
  former: 'Reprendre le fichier d’avant',
  formerHint: 'Ce fichier a été caviardé. Celui d’avant est gardé sept jours.',
  drawn: (covers: number) => `Couverte par ${frenchCount(covers, 'rectangle noir', 'rectangles noirs')}`,
};
