import type { Role } from '../visitors/visitor.js';

/** Whose messages are which: who is not a member here writes as a guest. Nobody of this name lives in any of these towns. */
export interface Player {
  name: string;
  role: Role;
  joinedDaysAgo: number;
  /** Slugs of the categories that a moderator is limited to. */
  categories?: string[];
}

const player = (name: string, joinedDaysAgo: number, role: Role = 'member', categories?: string[]): Player => ({
  name, role, joinedDaysAgo, ...(categories && { categories }),
});

/** The four whose passwords are printed, in this order. */
export const ACCOUNTS = ['Maud Tessier', 'Ilyès Carpentier', 'Rozenn Le Du', 'Augustin Pell'];

/** Who rules the house: its rooms, its lists of words, its reasons. */
export const ADMINISTRATOR = 'Augustin Pell';

export const cast: Player[] = [
  player('Augustin Pell', 364, 'administrator'),
  player('Ilyès Carpentier', 362, 'moderator'),
  player('Nadia Kherfi', 361, 'moderator'),
  player('Firmin Dastugue', 360, 'moderator', ['documents']),
  player('Rozenn Le Du', 359, 'organizer'),
  player('Odile Marchenoir', 352),
  player('Maud Tessier', 349),
  player('Thibault Vasse', 347),
  player('Hélène Quintrec', 346),
  player('Kenza', 345),
  player('Jibril', 345),
  player('Gaspard Trouvé', 344),
  player('Solveig', 344),
  player('Tomasz', 343),
  player('Marceau 57', 343),
  player('Zélie Montfaucon', 342),
  player('Loïc Penhoët', 341),
  player('Pâquerette', 339),
  player('Dédé la Loupe', 337),
  player('Colette B.', 336),
  player('Aminata S.', 334),
  player('Bénédicte Orval', 331),
  player('Sacha Lormier', 329),
  player('Yann-du-port', 327),
  player('Rémi Escoubet', 319),
  player('Louise-Anne', 318),
  player('Le Facteur', 316),
  player('Inès Barbotin', 313),
];

/** Members whom nobody has heard of yet: what they write is read first everywhere. */
export const newcomers: Player[] = [player('Éloïse Granger', 9), player('Bertrand Ménoire', 4), player('Nour', 2), player('Casimir Brochet', 41)];

/** Guests come back under the same name or they don't; the empty name is the one of whoever gives none. */
export const guests = [
  'Une riveraine', 'Un commerçant de la halle', 'Lycéenne de Lannevert', 'Passante', 'Cycliste', 'Grand-père vigilant',
  'Marie-Jo', 'ancienne élue', 'Voisin du 14', 'Un agent territorial', 'Paul', '',
];

export const playersByName = new Map(cast.map((one) => [one.name, one]));
