import type { Role } from '../visitors/visitor.js';

/**
 * The people of the demonstration; a name that is not in the list of members writes as a guest. All names and towns
 * are invented.
 */
export interface Player {
  name: string;
  role: Role;
  joinedDaysAgo: number;
  /** Slugs of the categories that a moderator is limited to. */
  categories?: string[];
}

const player = (name: string, joinedDaysAgo: number, role: Role = 'member', categories?: string[]): Player => ({
  name,
  role,
  joinedDaysAgo,
  ...(categories && { categories }),
});

/** The four whose passwords are printed, in this order. */
export const ACCOUNTS = ['Maud Tessier', 'Ilyès Carpentier', 'Rozenn Le Du', 'Augustin Pell'];

/** The administrator, who sets the categories, the lists of words and the reasons. */
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

/** New members: in every category their posts wait for a moderator. */
export const newcomers: Player[] = [
  player('Éloïse Granger', 9),
  player('Bertrand Ménoire', 4),
  player('Nour', 2),
  player('Casimir Brochet', 41),
];

/** Names of guests, who may use one again; the empty name is for guests who give none. */
export const guests = [
  'Une riveraine',
  'Un commerçant de la halle',
  'Lycéenne de Lannevert',
  'Passante',
  'Cycliste',
  'Grand-père vigilant',
  'Marie-Jo',
  'ancienne élue',
  'Voisin du 14',
  'Un agent territorial',
  'Paul',
  '',
];

export const playersByName = new Map(cast.map((one) => [one.name, one]));
