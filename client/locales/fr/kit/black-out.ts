import { frenchCount } from '../../plural.js';

/** Covering parts of a file: before it is sent, before it is accepted, and afterwards. */
export const blackOut = {
  act: 'Caviarder…',
  deskAct: { yes: 'Caviarder, titre, ordre…', no: 'Titre, ordre…' },
  others: 'Titre, ordre, retrait',
  deskLede: 'Chaque changement est une nouvelle version, de l’équipe ; l’auteur·ice la verra.',
  newTab: '(nouvel onglet)',
  title: 'Caviarder',
  titleOf: (title: string) => `Caviarder « ${title} »`,
  lede: 'Ce qui est couvert disparaît du fichier, il n’est pas seulement caché : une page touchée devient une image, et son texte perd ces mots. Les autres pages restent telles quelles.',
  publishedLede:
    'Ce qui est couvert disparaît du fichier, de ses pages, de son texte et de la recherche, à la même adresse : tout le monde lira que l’équipe l’a fait, et pourquoi. Le fichier d’avant est gardé sept jours, pour l’annuler.',
  back: 'Le message',
  words: 'Mots à couvrir, un par ligne',
  wordsHint:
    'Toutes leurs places seront listées avec leur page, chacune cochée : décochez celles à laisser. Une page numérisée n’a pas de mots : dessinez.',
  drop: 'Pages à laisser de côté',
  dropHint: 'Par exemple : 2, 5-7',
  areas: 'Rectangles à couvrir, un par ligne',
  areasHint:
    'Avec JavaScript, tirez-les sur les pages. Sinon : page, gauche, haut, largeur, hauteur, en millièmes de la page. Par exemple : 1, 100, 850, 400, 60',
  look: 'Montrer ce qui sera couvert',
  found: 'Places trouvées',
  place: (page: number, line: string) => (line === '' ? `page ${page}` : `page ${page} : ${line}`),
  notFound: 'Ces mots ne sont nulle part dans le texte du fichier.',
  morePlaces: 'Il y en a d’autres : une fois celles-ci couvertes, cherchez encore.',
  finger: 'Dessiner du doigt',
  dropLast: 'Effacer le dernier rectangle',
  forget: 'Oublier tout de suite le fichier d’avant : personne ne l’aura plus, et rien ne pourra être repris.',
  send: 'Caviarder ainsi',
  willBe: 'Ce que cela donnera',
  former: 'Reprendre le fichier d’avant',
  ownAct: 'Changer ce fichier…',
  ownTitle: (title: string) => `Changer « ${title} »`,
  ownLede:
    'Chaque changement fait une nouvelle version de votre envoi, que la modération relira. Votre texte et vos autres fichiers restent tels quels.',
  said: 'Ce que l’on en dit',
  save: 'Enregistrer',
  order: 'Sa place',
  orderNow: (place: number, of: number) => `Fichier ${place} sur ${of}.`,
  earlier: 'Plus haut',
  later: 'Plus bas',
  remove: 'Retirer ce fichier',
  removeHint: 'Le fichier ne fera plus partie de votre envoi.',
  ownHint:
    'Le fichier d’avant est effacé tout de suite : plus personne ne l’aura, et rien ne pourra être repris ici. Gardez le vôtre.',
  uploadHint: 'Le message que vous écrivez attend dans son onglet : il joindra le fichier tel qu’il sera ici.',
  uploadDone:
    'C’est couvert, et le fichier d’avant est effacé. Vous pouvez fermer cette page et revenir à votre message, ou couvrir encore.',
  formerHint: 'Ce fichier a été caviardé. Celui d’avant est gardé sept jours.',
  drawn: (covers: number) => `Couverte par ${frenchCount(covers, 'rectangle noir', 'rectangles noirs')}`,
};
