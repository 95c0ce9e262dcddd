import type { Kind } from '../../../../src/submissions/kind.js';

/** What one kind of submission is called. */
export interface KindWords {
  one: string;
  /** In the filter of the queue. */
  many: string;
  /** On the page that confirms an address; left out for kinds that no guest sends. */
  unconfirmed?: string;
}

export const kinds: Record<Kind, KindWords> = {
  thread: { one: 'Sujet', many: 'Sujets', unconfirmed: 'Un nouveau sujet' },
  workshop: { one: 'Atelier', many: 'Ateliers', unconfirmed: 'Un atelier' },
  case: { one: 'Dossier', many: 'Dossiers', unconfirmed: 'Un dossier' },
  reply: { one: 'Réponse', many: 'Réponses', unconfirmed: 'Une réponse' },
  step: { one: 'Étape', many: 'Étapes', unconfirmed: 'Une étape' },
  words: { one: 'Mot aux inscrit·es', many: 'Mots aux inscrit·es' },
  comment: { one: 'Commentaire', many: 'Commentaires', unconfirmed: 'Un commentaire' },
  edit: { one: 'Modification', many: 'Modifications', unconfirmed: 'Une modification' },
  profile: { one: 'Présentation', many: 'Présentations' },
  report: { one: 'Message signalé', many: 'Signalements' },
  appeal: { one: 'Recours', many: 'Recours' },
};
