import type { Extent } from '../../../src/search/ways.js';
import { frenchCount, frenchNumber } from '../plural.js';

/** Finding what was published. */
export const search = {
  title: 'Chercher',
  titleOf: (asked: string) => `${asked}, recherche`,
  /** Names of the two forms, for whoever listens. */
  everywhere: 'Chercher dans tout le forum',
  here: 'Recherche',
  field: 'Mots à chercher',
  finer: 'Préciser',
  author: 'Écrit par',
  category: 'Catégorie',
  tag: 'Mot-clé',
  after: 'Depuis le',
  before: 'Avant le',
  kind: 'Nature',
  kinds: {
    thread: 'Ouvertures de sujet',
    workshop: 'Ateliers',
    case: 'Dossiers',
    step: 'Étapes de dossiers',
    reply: 'Réponses',
    comment: 'Commentaires d’articles',
    document: 'Documents',
  },
  sort: 'Ordre',
  byRelevance: 'Les plus proches d’abord',
  byDate: 'Les plus récents d’abord',
  all: 'Tout',
  clear: 'Tout retirer',
  signs: 'Ce que la case comprend',
  signsList: [
    ['"mot à mot"', 'ces mots, dans cet ordre'],
    ['-drone', 'sans ce mot'],
    ['caméra OR drone', 'l’un ou l’autre'],
    ['auteur:amina', 'écrit par'],
    ['categorie:villes', 'dans une catégorie, par son adresse'],
    ['#caméras', 'avec ce mot-clé'],
    ['commune:metz', 'ce qui parle d’une commune, par son nom ou son code'],
    ['type:sujet', 'aussi reponse, commentaire, atelier, dossier, etape, piece'],
    ['avant:2026-06', 'avant une date'],
    ['apres:2026-06', 'depuis une date'],
  ] as [string, string][],
  alike: 'Les accents, les majuscules et le pluriel ne comptent pas : « événements » trouve « évènement ».',
  results: 'Résultats',
  total: (count: number) =>
    count >= 1000 ? `Plus de ${frenchNumber.format(1000)} résultats` : frenchCount(count, 'résultat', 'résultats'),
  /** Behind the number of results. */
  among: ({ of, count }: Extent) =>
    ({
      ranked: `dont ${frenchNumber.format(count)} sont classés ici`,
      newest: `parmi les ${frenchNumber.format(count)} messages les plus récents`,
      read: `parmi ${frenchNumber.format(count)} messages qui ont été lus, d’autres peuvent convenir`,
    })[of],
  closestFirst: 'Les plus proches d’abord',
  newestFirst: 'Les plus récents d’abord',
  closestFirstLink: 'les plus proches d’abord',
  newestFirstLink: 'les plus récents d’abord',
  next: 'Résultats suivants',
  first: 'Revenir aux premiers résultats',
  similar: 'Des sujets qui lui ressemblent',
  perhaps: 'Vouliez-vous chercher',
  none: 'Aucun résultat',
  noneOf: (asked: string) => `Rien de publié ne répond à « ${asked} ».`,
  noneSuch: 'Rien de publié ne répond à ces choix.',
  waitingNotSearched: 'Un message qui attend d’être lu n’est pas cherché.',
  unasked: {
    'small-words':
      'Ces mots sont dans presque tous les messages. Ajoutez-en un plus rare, ou mettez-les entre guillemets droits, comme une expression.',
    'only-without': 'Dites aussi ce que les messages doivent contenir, et pas seulement ce qu’ils ne contiennent pas.',
  },
};
