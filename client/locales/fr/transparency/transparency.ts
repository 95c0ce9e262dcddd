/** What everybody may know about moderation. Of each entry: one, and several. */
export const transparency = {
  log: 'Journal de la modération',
  logLede:
    'Ce que l’équipe a décidé, jour après jour, une fois le jour passé : sans texte, sans nom, et sans nombre exact.',
  empty: 'Aucune décision à montrer pour le moment.',
  older: 'Jours précédents',
  newest: 'Les derniers jours',
  some: (many: string) => `quelques ${many}`,
  about: (tens: number, many: string) => `environ ${tens} ${many}`,
  because: (what: string, reason: string) => `${what} : ${reason}`,
  entries: {
    accept: ['un message accepté', 'messages acceptés'],
    'edit-and-accept': ['un message corrigé par l’équipe et accepté', 'messages corrigés par l’équipe et acceptés'],
    return: ['un message renvoyé à son auteur·ice', 'messages renvoyés à leurs auteur·ices'],
    refuse: ['un message refusé', 'messages refusés'],
    spam: ['un message indésirable', 'messages indésirables'],
    'take-down': ['un message retiré', 'messages retirés'],
    restore: ['un message rétabli', 'messages rétablis'],
    undo: ['une décision annulée', 'décisions annulées'],
    keep: ['un message signalé et maintenu', 'messages signalés et maintenus'],
    lock: ['un sujet verrouillé', 'sujets verrouillés'],
    unlock: ['un sujet rouvert', 'sujets rouverts'],
    pin: ['un sujet épinglé', 'sujets épinglés'],
    unpin: ['un sujet décroché', 'sujets décrochés'],
    move: ['un message déplacé', 'messages déplacés'],
    split: ['un sujet scindé', 'sujets scindés'],
    merge: ['un sujet fusionné avec un autre', 'sujets fusionnés avec d’autres'],
    recategorize: ['un sujet changé de catégorie', 'sujets changés de catégorie'],
    call: ['un appel posé', 'appels posés'],
    uncall: ['un appel retiré', 'appels retirés'],
    tie: ['un sujet rattaché à une commune', 'sujets rattachés à une commune'],
    untie: ['un sujet détaché de sa commune', 'sujets détachés de leur commune'],
    during: [
      'un atelier pendant lequel les membres ne sont pas retenus',
      'ateliers pendant lesquels les membres ne sont pas retenus',
    ],
    'not-during': [
      'un atelier où les membres sont de nouveau retenus',
      'ateliers où les membres sont de nouveau retenus',
    ],
    'team-edit': ['un message modifié par l’équipe', 'messages modifiés par l’équipe'],
  } as Record<
    | 'accept'
    | 'edit-and-accept'
    | 'return'
    | 'refuse'
    | 'spam'
    | 'take-down'
    | 'restore'
    | 'undo'
    | 'keep'
    | 'lock'
    | 'unlock'
    | 'pin'
    | 'unpin'
    | 'move'
    | 'split'
    | 'merge'
    | 'recategorize'
    | 'call'
    | 'uncall'
    | 'tie'
    | 'untie'
    | 'during'
    | 'not-during'
    | 'team-edit',
    [string, string]
  >,
};
