/** Questions in the thread of a workshop. */
export const asking = {
  sort: 'C’est',
  sorts: { note: 'une remarque', question: 'une question' },
  question: 'Question',
  questions: 'Questions et réponses',
  heading: (title: string) => `Questions et réponses : ${title}`,
  lede: 'Celles qui attendent une réponse d’abord.',
  none: 'Personne n’a encore posé de question.',
  ask: 'Poser une question',
  numbered: (number: number) => `Question nº ${number}`,
  unanswered: 'Pas encore de réponse.',
  more: 'La suite des réponses est dans la discussion.',
};
