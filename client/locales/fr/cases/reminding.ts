/** Being reminded of the dates of a case. */
export const reminding = {
  title: 'Rappels',
  what: 'Quatorze et trois jours avant une date à tenir, et le lendemain d’un délai de l’autorité qui est passé. Une fois chacun.',
  byNotice: 'Vous êtes prévenu·e ici, dans vos notifications.',
  byLetter:
    'Un courriel vous demandera d’abord de confirmer l’adresse. Ceux qui suivent ne nomment ni le dossier, ni le lieu, ni vous : un lien, et un autre pour arrêter.',
  erased: 'L’adresse est effacée quand vous arrêtez, ou quand le dossier n’est plus en ligne.',
  members: 'Ce forum n’envoie pas de courriel. Pour être prévenu·e ici, il faut un compte : ',
  on: 'Vous êtes prévenu·e des échéances de ce dossier.',
  start: 'Me prévenir',
  stop: 'Ne plus me prévenir',
  startTitle: 'Être prévenu·e des échéances',
  stopTitle: 'Ne plus être prévenu·e des échéances',
  startSure: 'Oui, me prévenir',
  back: 'Revenir au dossier',
  doneTitle: 'C’est noté',
  doneLede:
    'Si cette adresse n’est pas déjà confirmée, un courriel vous le demande (un seul par jour ; son lien vaut trois jours). Rien d’autre ne vous sera écrit avant cela.',
};
