import { frenchCount } from '../../plural.js';

/** What moderators do with whole threads and with the place of posts. */
export const moving = {
  locked: 'Ce sujet est verrouillé : il ne prend plus de réponses.',
  lockedMark: 'verrouillé',
  pinnedMark: 'épinglé',
  pinnedHeading: 'Sujets épinglés',
  aboutThread: 'Sujet',
  town: 'Commune',
  townSays: 'Le sujet se trouve sur la page de cette commune et dans son fil. Un champ vide l’en détache.',
  tie: 'Rattacher',
  untie: 'Détacher',
  team: 'Modérer ce sujet',
  teamLede: 'Chaque geste est noté au journal, sous votre nom pour l’équipe, et peut être annulé.',
  lock: 'Verrouiller',
  lockSays:
    'Plus personne ne pourra y répondre, l’équipe non plus. Les messages parus restent, et leurs auteur·ices peuvent encore les modifier.',
  lockWaiting: (count: number) =>
    `${frenchCount(count, 'envoi qui attend pourra', 'envois qui attendent pourront')} encore être acceptés ou refusés.`,
  unlock: 'Rouvrir',
  unlockSays: 'On pourra de nouveau y répondre.',
  during: 'Ne pas retenir les membres pendant l’atelier',
  duringSays: (from: string, until: string) =>
    `Entre ${from} et ${until}, ce que les membres connus écriront ici paraîtra aussitôt. Ensuite l’horloge y met fin. Ce qu’envoient les invité·es et les membres de fraîche date attend comme avant, et tout fichier aussi.`,
  notDuring: 'Retenir de nouveau les membres',
  notDuringSays: (from: string, until: string) =>
    `Entre ${from} et ${until}, ce que les membres connus écrivent ici paraît aussitôt. Cela attendra de nouveau une décision.`,
  look: 'Voir ce qui va se passer',
  addressesStay: 'Les adresses déjà données continuent de mener aux messages.',
  waitingFollows: (count: number) =>
    `${frenchCount(count, 'envoi qui attend une décision suit', 'envois qui attendent une décision suivent')}.`,
  readers: {
    everyone: 'Attention : tout le monde pourra le lire.',
    members:
      'Attention : seules les personnes qui ont un compte pourront encore le lire. Pour les autres il disparaît aussitôt, pages ouvertes comprises.',
    staff:
      'Attention : seule l’équipe pourra encore le lire. Pour les autres il disparaît aussitôt, pages ouvertes comprises.',
  },
  category: 'Changer de catégorie',
  categoryLede: (category: string) => `Il est dans « ${category} ».`,
  categoryTo: 'Nouvelle catégorie',
  categorySays: (posts: number, from: string, to: string) =>
    `Le sujet et son contenu (${frenchCount(posts, 'message', 'messages')}) passent de « ${from} » à « ${to} ».`,
  categoryClosed: (category: string) => `« ${category} » est fermée : on n’y écrit plus.`,
  categoryDo: (category: string) => `Déplacer vers « ${category} »`,
  pinFalls: 'Il n’est plus épinglé : c’est aux personnes qui modèrent l’autre catégorie d’en décider.',
  followedAway:
    'L’équipe l’a déplacé dans une partie du forum que cette page ne peut pas montrer. Les personnes qui y ont accès le lisent.',
  movedPost: 'Déplacé par l’équipe de modération.',
  movedRead: 'Le lire où il est maintenant',
  movedReadWhat: (number: number) => `, le message ${number}`,
  elsewhere: 'Ce sujet a été réuni à un autre. Le lire où il est maintenant.',
  movePost: 'Déplacer…',
  move: 'Déplacer des messages',
  moveLede:
    'Vers un autre sujet, ou vers un nouveau. Rien ne bouge avant la page suivante, qui dit ce qui va se passer.',
  moveFromPosts:
    'Vers un autre sujet, ou vers un nouveau qui en sera fait. Le lien « Déplacer… » de chaque message y mène aussi.',
  choosePosts: 'Choisir les messages',
  which: 'Quels messages',
  openingStays: 'Le premier message porte le titre du sujet : il ne part qu’avec lui, en le fusionnant.',
  follow: 'et tous ceux qui suivent le premier coché',
  whereTo: 'Où',
  toNew: 'Dans un nouveau sujet (scinder)',
  newCategory: 'Catégorie du nouveau sujet',
  toThread: 'Dans un sujet qui existe',
  target: 'Adresse ou numéro de l’autre sujet',
  targetHint: 'Par exemple l’adresse de sa page, copiée du navigateur.',
  split: 'Scinder le sujet',
  moveSays: (count: number, numbers: string, from: string) =>
    `${frenchCount(count, 'message quitte', 'messages quittent')} « ${from} » (nº ${numbers}).`,
  moveTo: (count: number, title: string, category: string) =>
    `${count < 2 ? 'Il prend le numéro suivant' : 'Ils prennent les numéros suivants'} de « ${title} », dans « ${category} ».`,
  splitTo: (title: string, category: string) => `Un nouveau sujet s’ouvre : « ${title} », dans « ${category} ».`,
  numbersLead: (count: number) =>
    `${count < 2 ? 'Son ancien numéro y mène' : 'Leurs anciens numéros y mènent'} ; une ligne discrète le dit à cette place.`,
  moveDo: (count: number): string => (count < 2 ? 'Déplacer ce message' : 'Déplacer ces messages'),
  splitDo: 'Scinder le sujet',
  merge: 'Fusionner avec un autre sujet',
  mergeLede: 'Tous ses messages iront à la fin de l’autre sujet, et son adresse y mènera.',
  mergeSays: (count: number, from: string, to: string, category: string) =>
    `« ${from} » disparaît des listes, et son contenu (${frenchCount(count, 'message', 'messages')}) prend les numéros suivants de « ${to} », dans « ${category} ».`,
  mergeLeads: 'Toutes ses adresses mènent à l’autre sujet, et les pages ouvertes le disent.',
  mergeLocked: 'L’autre sujet est verrouillé : on n’y répond pas.',
  mergeDo: 'Fusionner les deux sujets',
  pin: 'Épingler',
  pinSays: (category: string) =>
    `Il restera en haut de « ${category} », au-dessus des sujets du jour, jusqu’à ce qu’on le décroche.`,
  unpin: 'Décrocher',
  unpinSays: (category: string) =>
    `Il reprendra sa place parmi les sujets de « ${category} », par date du dernier message.`,
};
