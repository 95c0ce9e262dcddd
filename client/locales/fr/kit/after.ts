import { frenchCount } from '../../plural.js';

/** What happens after publication: reports, appeals. */
export const after = {
  report: 'Signaler',
  reportWhat: (number: number) => ` le message ${number}`,
  reportTitle: (number: number) => `Signaler le message nº ${number}`,
  reportLede:
    'L’équipe de modération relira ce message. Elle seule verra votre signalement ; la personne qui a écrit le message ne saura pas qui l’a signalé.',
  reportReason: 'Ce qui ne va pas',
  reportRemark: 'Une précision',
  reportSend: 'Envoyer le signalement',
  reportedTitle: 'Merci, votre signalement est enregistré',
  reportedLede:
    'Une personne de l’équipe de modération va relire ce message. Il reste en ligne tant qu’elle n’a pas décidé.',
  reports: (count: number) => frenchCount(count, 'signalement', 'signalements'),
  reportBy: (who: string) => `par ${who}`,
  reportByGuest: 'quelqu’un sans compte',
  reportedGone: 'Le message n’est plus en ligne.',
  keep: 'Maintenir le message',
  takeDown: 'Retirer le message…',
  takeDownSend: 'Retirer avec ce motif',
  appealTitle: 'Demander un nouvel examen',
  appealLede:
    'Une fois par message. Votre demande ira à quelqu’un d’autre de l’équipe que la personne qui a décidé, ou à elle si elle est seule.',
  appealText: 'Pourquoi cette décision devrait changer',
  appealSend: 'Envoyer la demande',
  appealHeading: 'Votre demande de nouvel examen',
  appealStates: {
    waiting: 'En attente : une personne de l’équipe va la lire.',
    granted: 'Acceptée : la décision est annulée.',
    confirmed: 'Examinée : la décision est maintenue.',
  },
  keptText: 'Votre texte',
  keptTextHint: 'Il reste ici, pour que vous puissiez le reprendre.',
  grant: 'Faire droit',
  confirm: 'Confirmer…',
  confirmSend: 'Confirmer la décision',
  confirmWord: 'Ce que vous répondez',
  appealAgainst: { refused: 'Refusé', spam: 'Indésirable', takenDown: 'Retiré' },
  appealDecidedBy: (name: string) => `par ${name}`,
  appealAlone: 'Personne d’autre ne modère cette catégorie : c’est à vous de relire votre décision.',
  appealOwn: 'Vous avez pris cette décision : quelqu’un d’autre de l’équipe tranchera.',
  appealSays: 'Ce que répond la personne',
  appealSettled: 'Il n’y a plus rien à contester.',
};
