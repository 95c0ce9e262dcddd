import { frenchCount } from '../plural.js';

/**
 * What is told: on the site, by mail, and the pages that letters lead to. No text here has room for anybody’s words.
 */
export const notices = {
  title: 'Notifications',
  lede: 'Ce qui est arrivé à vos messages et à vos inscriptions, et les réponses que vous avez reçues.',
  none: 'Aucune notification pour l’instant.',
  unseen: (count: number) =>
    `${frenchCount(count, 'notification', 'notifications')} ${count < 2 ? 'non lue' : 'non lues'}`,
  word: (count: number): string => (count < 2 ? 'notification' : 'notifications'),
  fresh: 'nouveau',
  yours: (words: string) => `Votre message : ${words}`,
  kept: 'Les notifications restent ici trois mois, deux cents au plus.',
  kinds: {
    published: 'Votre message est paru',
    'published-edited': 'Votre message est paru, après une correction de l’équipe',
    'edit-published': 'Votre modification est parue',
    returned: 'L’équipe vous a renvoyé un message, avec un mot',
    refused: 'Votre message n’a pas été publié',
    'appeal-granted': 'Votre recours est accepté',
    'appeal-confirmed': 'Votre recours a été examiné : la décision est maintenue',
    'taken-down': 'L’équipe a retiré votre message',
    restored: 'Votre message est de nouveau en ligne',
    'team-edited': 'L’équipe a modifié votre message',
    'waits-again': 'Une décision a été annulée : votre message attend de nouveau',
    'workshop-alone': 'Plus personne n’anime cet atelier : personne ne peut s’y inscrire',
    'case-changed': 'Une proposition a changé votre dossier',
  },
  answered: (name: string) => `${name} vous a répondu`,
  mentioned: (name: string) => `${name} vous a nommé·e dans un message`,
  toldOfMentions: 'Vous êtes prévenu·e ici quand un message vous nomme (@votre-pseudo).',
  notToldOfMentions: 'Vous n’êtes pas prévenu·e quand un message vous nomme.',
  stopMentions: 'Ne plus me prévenir',
  startMentions: 'Me prévenir',
  why: 'voir la décision',
  settings: 'Choisir ce qui arrive par courriel',
};

/** What whoever has registered for a workshop, or follows the dates of a case, is told. */
export const told = {
  'moved-up': 'Une place s’est libérée : elle est à vous.',
  admitted: 'Les personnes qui animent vous ont admis·e.',
  'admitted-to-line':
    'Les personnes qui animent vous ont admis·e, mais c’est complet : vous êtes sur la liste d’attente.',
  declined: 'Les personnes qui animent ne peuvent pas vous accueillir à cette date.',
  'date-changed': 'La date de l’atelier a changé.',
  'place-changed': 'Le lieu de l’atelier a changé.',
  'date-cancelled': 'La date à laquelle vous étiez inscrit·e est annulée.',
  'date-reopened': 'La date qui était annulée a lieu de nouveau. Votre inscription vaut toujours.',
  'date-dropped': 'La date à laquelle vous étiez inscrit·e n’existe plus.',
  'workshop-gone':
    'L’atelier auquel vous êtes inscrit·e n’est plus en ligne : lisez la page de votre inscription avant de vous y rendre.',
  'workshop-back': 'L’atelier auquel vous êtes inscrit·e est de nouveau en ligne. Vérifiez la date et le lieu.',
  'hosts-wrote': 'Les personnes qui animent l’atelier vous ont écrit : c’est sur la page de votre inscription.',
  'starts-tomorrow': 'L’atelier auquel vous êtes inscrit·e commence dans moins d’un jour.',
  'starts-soon': 'L’atelier auquel vous êtes inscrit·e commence dans moins de deux heures.',
  'due-in-two-weeks': 'Une date à tenir tombe dans quatorze jours au plus, dans un dossier que vous suivez.',
  'due-in-three-days': 'Une date à tenir tombe dans trois jours au plus, dans un dossier que vous suivez.',
  'authority-is-late':
    'Un délai de l’autorité est passé dans un dossier que vous suivez : sa page dit ce qui est possible maintenant.',
};

export const mail = {
  hello: 'Bonjour,',
  subjects: {
    confirmation: (site: string) => `${site} : confirmez votre adresse`,
    decided: (site: string) => `${site} : des nouvelles de votre message`,
    answered: (site: string) => `${site} : une réponse est parue`,
    alert: (site: string) => `${site} : la file d’attente attend`,
    reminder: (site: string) => `${site} : les échéances d’un dossier`,
    registration: (site: string) => `${site} : votre inscription`,
  },
  says: {
    confirmation: (site: string) =>
      `Bonjour,\n\nCette adresse a été donnée sur le forum « ${site} » pour être prévenu·e. Si c’était vous, ouvrez cette page et confirmez-le, dans les trois jours. Sinon, ne faites rien : rien d’autre ne vous sera écrit.`,
    published: () => 'Bonjour,\n\nVotre message est paru.',
    'published-edited': () => 'Bonjour,\n\nVotre message est paru, après une correction de l’équipe de modération.',
    'edit-published': () => 'Bonjour,\n\nVotre modification est parue.',
    returned: () =>
      'Bonjour,\n\nL’équipe de modération vous a renvoyé votre message, avec un mot. Vous pouvez le corriger et l’envoyer de nouveau.',
    refused: () =>
      'Bonjour,\n\nL’équipe de modération n’a pas publié votre message. La page dit pourquoi, garde votre texte et permet un recours.',
    'appeal-granted': () => 'Bonjour,\n\nVotre recours est accepté.',
    'appeal-confirmed': () =>
      'Bonjour,\n\nVotre recours a été examiné par l’équipe de modération : la décision est maintenue.',
    'taken-down': () =>
      'Bonjour,\n\nL’équipe de modération a retiré votre message. La page dit pourquoi et permet un recours.',
    restored: () => 'Bonjour,\n\nVotre message est de nouveau en ligne.',
    'team-edited': () => 'Bonjour,\n\nL’équipe de modération a modifié votre message.',
    'waits-again': () => 'Bonjour,\n\nUne décision a été annulée : votre message attend de nouveau d’être relu.',
    'case-changed': () => 'Bonjour,\n\nUne proposition a changé le résumé ou les faits de votre dossier.',
    answered: () => 'Bonjour,\n\nUne réponse à l’un de vos messages est parue.',
    alert: (_: string, hours: number) =>
      `Bonjour,\n\nQuelque chose attend depuis plus de ${hours} h dans une catégorie que vous modérez.`,
  },
  leads: {
    confirm: 'Confirmer mon adresse :',
    post: 'Le lire :',
    own: 'Le suivre :',
    queue: 'La file d’attente :',
    case: 'Le dossier :',
    registration: 'Votre inscription :',
  },
  stop: {
    submission: 'Ne plus être prévenu·e pour ce message, et effacer l’adresse :',
    reminder: 'Ne plus être prévenu·e des échéances de ce dossier, et effacer l’adresse :',
    registration: 'Ne plus être prévenu·e pour cette inscription, et effacer l’adresse :',
    member: 'Ne plus recevoir ce genre de courriel :',
    address: 'Ne plus jamais recevoir de courriel de ce forum :',
  },
  confirmTitle: 'Confirmer votre adresse',
  confirmLede:
    'Cochez ce qui vient de vous. Vous serez prévenu·e par courriel quand c’est décidé, quand on vous répond, de ce qui change d’un atelier et des échéances d’un dossier.',
  confirm: 'C’est bien mon adresse',
  nothingToConfirm: 'Rien n’attend d’être confirmé.',
  anAccount: 'Un compte',
  aRegistration: 'Une inscription à un atelier',
  aReminder: 'Des rappels des échéances d’un dossier',
  named: (name: string) => `« ${name} »`,
  confirmedTitle: 'Votre adresse est confirmée',
  confirmedLede: 'Vous serez prévenu·e. Chaque courriel porte un lien pour ne plus en recevoir.',
  followIt: 'Suivre votre message',
  seeRegistration: 'Votre inscription',
  seeCase: 'Le dossier',
  expiredTitle: 'Ce lien ne vaut plus',
  expiredLede:
    'Il vaut trois jours, et un nouveau remplace l’ancien. Votre message n’est pas perdu : son adresse de suivi marche toujours.',
  stopTitle: 'Ne plus recevoir de courriel',
  stopAsk: {
    submission: 'Vous ne serez plus prévenu·e pour ce message, et l’adresse que vous aviez donnée sera effacée.',
    reminder:
      'Vous ne serez plus prévenu·e des échéances de ce dossier, et l’adresse que vous aviez donnée sera effacée.',
    registration:
      'Vous ne serez plus prévenu·e pour cette inscription, et l’adresse que vous aviez donnée sera effacée. L’inscription reste.',
    member:
      'Vous ne recevrez plus ce genre de courriel. Les notifications restent sur le site, et le choix se change dans votre compte.',
    address: 'Ce forum n’écrira plus à cette adresse, même si quelqu’un la donne de nouveau.',
  },
  stopSure: 'Ne plus en recevoir',
  stoppedTitle: 'C’est fait',
  stopped: {
    submission: 'Vous ne serez plus prévenu·e pour ce message. L’adresse est effacée.',
    reminder: 'Vous ne serez plus prévenu·e des échéances de ce dossier. L’adresse est effacée.',
    registration: 'Vous ne serez plus prévenu·e pour cette inscription. L’adresse est effacée.',
    member: 'Vous ne recevrez plus ce genre de courriel.',
    address: 'Ce forum n’écrira plus à cette adresse.',
  },
  again: 'J’ai changé d’avis, vous pouvez m’écrire',
  againTitle: 'Ce forum peut de nouveau vous écrire',
  againLede: 'Donnez votre adresse avec un message : une demande de confirmation y sera envoyée.',
  guestHint: 'Pour être prévenu·e de la décision et des réponses. Un courriel vous demandera de la confirmer.',
  followUnconfirmed:
    'Un courriel vous a demandé de confirmer votre adresse (un seul par jour ; son lien vaut pour tous vos messages). Rien d’autre ne vous sera écrit d’ici là.',
  followUnasked:
    'Un courriel vous demandera de confirmer votre adresse. Il n’est pas encore parti : il part dès que possible, sauf si cette adresse ne veut rien recevoir de ce forum. Rien d’autre ne vous sera écrit d’ici là.',
  followConfirmed: 'Vous serez prévenu·e par courriel. L’adresse n’est jamais publiée.',
  meButton: 'Courriels et fils',
  meTitle: 'Être prévenu·e par courriel',
  meLede:
    'Sans adresse, les notifications restent sur le site. Une nouvelle adresse est à confirmer par le lien qui y est envoyé.',
  meNone: 'Ce forum n’envoie pas de courriel : les notifications sont sur le site.',
  meErase: 'Effacer mon adresse',
  meUnconfirmed: 'Cette adresse n’est pas encore confirmée : rien n’y est écrit avant cela.',
  meConfirmed: 'Cette adresse est confirmée.',
  choices: {
    decided: 'Quand un de mes messages est décidé',
    answered: 'Quand on me répond',
    alert: 'Quand la file d’attente attend trop longtemps',
  },
  feedTitle: 'Fil RSS de la file d’attente',
  feedLede:
    'Combien de messages attendent, et depuis quand. L’adresse est secrète : qui la connaît lit ces nombres, et rien d’autre.',
  feedMade: (date: string) =>
    `Une adresse existe depuis ${date}. Elle n’est plus montrée : renouvelez-la si vous l’avez perdue.`,
  feedMake: 'Faire une adresse',
  feedRenew: 'Renouveler l’adresse',
  feedRevoke: 'Supprimer l’adresse',
  feedAddress: 'Adresse du fil (notez-la, elle n’est montrée qu’une fois)',
  feedName: (site: string) => `${site} : file d’attente`,
  feedAbout: 'Ce qui attend, par catégorie.',
  feedPeople: 'Pages de membres',
  feedItem: (count: number, category: string) =>
    `${category} : ${frenchCount(count, 'message attend', 'messages attendent')}`,
  feedOldest: (date: string) => `Le plus ancien a été envoyé ${date}.`,
};
