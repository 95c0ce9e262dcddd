import { frenchCount } from '../../plural.js';

/** A thread as one text, and as a file. */
export const reading = {
  shapes: 'Lire et emporter ce sujet',
  minutes: (minutes: number) => `${minutes} min de lecture`,
  atOnce: 'Lire d’une traite',
  print: 'Imprimer',
  pdf: 'PDF',
  epub: 'EPUB',
  text: 'Texte',
  back: 'Retour à la discussion',
  contents: 'Sommaire',
  quotes: (number: number) => `Cite le nº ${number}`,
  parts: 'Parties',
  partOf: (part: number, parts: number) => `partie ${part} sur ${parts}`,
  only: (name: string) => `seulement ${name}`,
  everyone: 'Lire tout le monde',
  people: 'Avec',
  others: (count: number) => frenchCount(count, 'autre personne', 'autres personnes'),
  page: 'page',
  reserved: {
    members: 'Réservé aux membres du forum : ne le publiez pas ailleurs.',
    staff: 'Réservé à l’équipe du forum : ne le publiez pas ailleurs.',
  },
};
