/** « 45 min », « 2 h 10 », « 3 j 4 h »: a length in minutes, to the minute below a day. */
function delay(minutes: number): string {
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  if (days > 0) return hours === 0 ? `${days} j` : `${days} j ${hours} h`;
  if (hours > 0) return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
  return `${rest} min`;
}

/** The numbers of moderation, and how they are counted. */
export const statistics = {
  title: 'Statistiques de la modération',
  lede: 'Combien de messages l’équipe a lus, ce qu’elle en a fait et en combien de temps : mois par mois, une fois le mois fini, sans texte et sans nom.',
  log: 'Le journal, jour par jour',
  csv: 'Les mêmes nombres en CSV',
  method: 'Comment c’est compté',
  period: 'Période',
  lastMonths: 'Douze derniers mois',
  categories: 'Catégories',
  all: 'Toutes',
  empty: 'Aucun mois n’est encore fini. Les premiers nombres paraîtront au début du mois prochain.',
  nothing: 'Dans cette période, chacun de ces nombres est resté sous 5 : il n’y a rien à dessiner.',
  nothingGiven:
    'Dans cette période, ces nombres sont restés sous 5 ou ne peuvent pas être donnés : il n’y a rien à dessiner.',
  byMonth: (title: string) => `${title}, par mois`,
  month: 'Mois',
  few: 'moins de 5',
  fewSign: '< 5',
  withheld: 'non donné',
  withheldSign: 'n. d.',
  signs: '« < 5 » : moins de 5, zéro compris. « n. d. » : non donné, parce qu’il ferait deviner un nombre sous 5.',
  others: (names: string) => `Moins de 5 chaque mois, pour chacun de ces motifs : ${names}.`,
  delay,
  delayOfPublished: (delay: string) => `${delay} *`,
  received: {
    title: 'Messages reçus',
    about: 'Ce qui a été envoyé et que l’équipe a lu avant la parution : sujets, réponses et modifications.',
    received: 'Reçus',
    published: 'Publiés',
    returned: 'Renvoyés',
    spam: 'Indésirables',
    rest: 'renvoyés, refusés ou indésirables',
    publishedSign: 'publiés',
    wholeSign: 'reçus',
  },
  refused: {
    title: 'Refus par motif',
    about: 'Quand un refus a plusieurs motifs, c’est le premier qui compte.',
    caption: 'Messages refusés, par motif',
  },
  delays: {
    title: 'Délai',
    about: 'De l’envoi, ou de la dernière correction, jusqu’à la décision.',
    caption: 'Délai de la décision',
    median: 'La moitié en moins de',
    ninth: 'Neuf sur dix en moins de',
    none: 'Pas assez de messages.',
    published: '* Sur les seuls messages publiés, quand le nombre des autres ne peut pas être donné.',
  },
  appeals: {
    title: 'Recours',
    about: 'Qui voit son message refusé ou retiré peut demander une fois qu’une autre personne de l’équipe le relise.',
    appeals: 'Jugés',
    granted: 'Acceptés',
    confirmed: 'Décision confirmée',
    wholeSign: 'jugés',
    grantedSign: 'acceptés',
    confirmedSign: 'décision confirmée',
  },
  after: {
    title: 'Après la parution',
    about: 'Ce que l’équipe a fait des signalements, et ce qu’elle a repris d’elle-même.',
    reports: 'Signalements jugés',
    kept: 'Message maintenu',
    removed: 'Message retiré',
    takenDown: 'Retirés sans signalement',
    undone: 'Décisions annulées',
    wholeSign: 'signalements jugés',
    keptSign: 'maintenus',
    removedSign: 'retirés',
  },
  rules: [
    [
      'Des mois finis',
      'Un mois est compté une seule fois, peu après sa fin, et ne change plus jamais : deux lectures à deux dates ne se soustraient pas.',
    ],
    [
      'Rien de ce qui attend',
      '« Reçus » veut dire reçus et décidés. Un message compte dans le mois de la décision ; ce qui attend n’est compté nulle part. Un message renvoyé, corrigé et envoyé de nouveau compte deux fois. Ce que son auteur·ice retire avant la décision ne compte pas, ni ce qui paraît sans relecture.',
    ],
    [
      'Pas de nombre sous 5',
      'Zéro compris : « moins de 5 » ne dit pas s’il y en a eu un. Et quand un nombre plus grand permettrait, par des soustractions entre lignes, colonnes, motifs et catégories, de serrer un nombre sous 5 de plus près que « de 0 à 4 », il n’est pas donné non plus. Comme chacun·e peut compter les messages publiés, ce nombre-là ne cache rien : c’est parfois « reçus » qui manque.',
    ],
    [
      'Le délai',
      'La moitié des décisions a été prise plus vite que le premier nombre, neuf sur dix plus vite que le second. Il est donné quand « reçus » l’est ; sinon, pour les seuls messages publiés, s’il y en a au moins 5.',
    ],
    [
      'Ce qui est annulé',
      'Une décision annulée avant la fin du mois n’y compte pas. Annulée plus tard, elle compte comme une annulation du mois où elle est annulée.',
    ],
    ['Les catégories', 'Seulement celles que tout le monde peut lire.'],
  ] as [string, string][],
};
