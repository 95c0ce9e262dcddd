/** What the team does with somebody’s published words, with a member, and what members say of themselves. */
export const people = {
  edit: 'Modifier (modération)',
  editTitle: (number: number) => `Modifier le message nº ${number}`,
  editLede: 'Vos mots paraissent aussitôt à la place de ceux de la personne, avec la mention de l’équipe et le motif, que tout le monde lit. Son texte reste ici et sur sa page de suivi.',
  editReason: 'Motif, lu par tout le monde',
  editWords: 'Pourquoi, en quelques mots',
  editWordsHint: '(lu par tout le monde ; facultatif avec un motif)',
  editSend: 'Publier cette modification',
  why: (reason: string) => `Motif : ${reason}.`,
  whyWords: (words: string) => `« ${words} »`,
  edited: 'L’équipe de modération a modifié ce message',
  former: 'Les textes d’avant',
  formerBy: { author: 'Remplacé par son auteur·ice', team: 'Remplacé par l’équipe' },
};
