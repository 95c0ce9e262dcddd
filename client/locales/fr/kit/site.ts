import { frenchCount } from '../../plural.js';

/** The frame around each page, the words for dates, and what several pages share. */
export const site = {
  skip: 'Aller au contenu',
  motto: 'le forum qui se parle sous l’arbre',
  moderation: 'modération',
  forumNav: 'Forum',
  accountNav: 'Compte',
  aboutNav: 'À propos du forum',
  teamNav: 'Travail de l’équipe',
  team: 'Équipe',
  administration: 'Administration',
  words: { charter: 'Charte', contact: 'Contact', legal: 'Mentions légales' },
  viewsNav: 'Façons de voir les sujets',
  overview: 'Vue d’ensemble',
  trail: 'Fil d’Ariane',
  threads: 'Sujets',
  recent: 'Récents',
  desk: 'File d’attente',
  members: 'Membres',
  forum: 'Forum',
  logIn: 'Se connecter',
  register: 'Créer un compte',
  logOut: 'Se déconnecter',
  myAccount: (name: string) => `${name}, mon compte`,
  promise:
    'Ici, une personne de l’équipe de modération lit les messages avant qu’ils paraissent. Aucune adresse IP n’est enregistrée, aucun cookie n’est déposé pour lire, rien n’est demandé à un autre site.',
  rules: 'Charte et motifs de refus',
  transparency: 'La modération en chiffres',
  about: 'Ce que ce serveur sait',
  demonstration:
    'Ceci est une démonstration : les villes, les personnes et les messages sont inventés, et tout peut être effacé.',
  pageTitle: (title: string, name: string) => `${title} – ${name}`,
};

export const dates = {
  justNow: 'à l’instant',
  secondsAgo: (count: number) => `il y a ${count} s`,
  minutesAgo: (count: number) => `il y a ${count} min`,
  hoursAgo: (count: number) => `il y a ${count} h`,
  daysAgo: (count: number) => (count === 1 ? 'hier' : `il y a ${count} jours`),
  at: (day: string, time: string) => `le ${day} à ${time}`,
  time: (hours: number, minutes: number) => `${hours} h ${String(minutes).padStart(2, '0')}`,
  firstOfMonth: '1er',
  seconds: (count: number) => `${count} s`,
  minutes: (count: number) => `${count} min`,
  hours: (hours: number, minutes: number) =>
    minutes === 0 ? `${hours} h` : `${hours} h ${String(minutes).padStart(2, '0')}`,
  days: (count: number) => frenchCount(count, 'jour', 'jours'),
  about: (length: string) => `environ ${length}`,
};

export const roles = {
  guest: 'sans compte',
  member: 'membre',
  moderator: 'modération',
  organizer: 'organisation',
  administrator: 'administration',
};

export const audiences = {
  everyone: 'ouverte à tout le monde',
  members: 'réservée aux membres',
  staff: 'réservée à l’équipe',
};
