import { frenchCount } from '../plural.js';

/** What moderators do with whole threads and with the place of posts. */
export const moving = {
  locked: 'Ce sujet est verrouillé : il ne prend plus de réponses.',
  lockedMark: 'verrouillé',
  pinnedMark: 'épinglé',
  pinnedHeading: 'Sujets épinglés',
  aboutThread: 'Sujet',
  team: 'Modérer ce sujet',
  teamLede: 'Chaque geste est noté au journal, sous votre nom pour l’équipe, et peut être annulé.',
  lock: 'Verrouiller',
  lockSays: 'Plus personne ne pourra y répondre, l’équipe non plus. Les messages parus restent, et leurs auteur·ices peuvent encore les modifier.',
  lockWaiting: (count: number) => `${frenchCount(count, 'envoi qui attend pourra', 'envois qui attendent pourront')} encore être acceptés ou refusés.`,
  unlock: 'Rouvrir',
  unlockSays: 'On pourra de nouveau y répondre.',
  pin: 'Épingler',
  pinSays: (category: string) => `Il restera en haut de « ${category} », au-dessus des sujets du jour, jusqu’à ce qu’on le décroche.`,
  unpin: 'Décrocher',
  unpinSays: (category: string) => `Il reprendra sa place parmi les sujets de « ${category} », par date du dernier message.`,
};
