import { pdfOf } from '../papers/pdf.js';
import { pictureOf } from '../papers/picture.js';
import { scanOf } from '../papers/scan.js';
import { wordOf } from '../papers/word.js';
import type { Paper } from '../papers/drawer.js';

const DELIBERATION = [
  [
    'Délibération nº 2026-118 : extension de la vidéoprotection',
    'Le conseil municipal, réuni en séance publique, le quorum étant atteint,',
    'Vu l’étude de sûreté réalisée par les services, non annexée,',
    'Considérant la nécessité d’équiper les entrées de ville et la place du marché,',
    'APPROUVE l’installation de quarante-deux caméras supplémentaires ;',
    'AUTORISE la dépense de 612 000 € au budget de l’exercice ;',
    'AUTORISE la maire à signer tout document s’y rapportant.',
  ],
  [
    'Vote',
    'Pour : 41. Contre : 9. Abstentions : 5.',
    'Durée des débats : onze minutes.',
    'L’étude de sûreté peut être consultée en mairie, sur demande motivée.',
  ],
];

const CONVENTION = [
  [
    'Convention d’expérimentation de capteurs sonores',
    'Entre la commune et la société titulaire, pour une durée de douze mois.',
    'Article 1. Quatre capteurs sont posés aux abords du pont, à quatre mètres du sol.',
    'Article 2. Les capteurs écoutent en continu ; les alertes sont transmises au poste central.',
  ],
  [
    'Données',
    'Article 5. Les sons de moins de deux secondes sont conservés trente jours.',
    'Article 6. L’analyse d’impact est établie par le titulaire. Elle n’est pas jointe.',
  ],
  [
    'Fin',
    'Article 9. La commune peut mettre fin à l’expérimentation sans indemnité, par courrier simple.',
    'Fait en deux exemplaires.',
  ],
];

const ATTRIBUTION = [
  [
    'Avis d’attribution de marché',
    'Objet : hyperviseur urbain, fourniture, intégration et maintenance.',
    'Montant : 1 830 000 € hors taxes, quatre ans, reconductible une fois.',
    'Critères : prix 40 %, valeur technique 60 %.',
    'Les annexes techniques relèvent du secret des affaires.',
  ],
];

const ANNEXE = [
  [
    'Annexe 3 : scénarios d’analyse',
    '3.1 Attroupement de plus de cinq personnes.',
    '3.2 Stationnement prolongé d’un piéton.',
    '3.3 Course dans une zone calme.',
    'Seuils : réglés par le titulaire, non communiqués à la ville.',
  ],
];

const OPINION = [
  [
    'Avis',
    'La commission, saisie d’une demande de communication,',
    'rappelle que l’analyse d’impact est un document administratif communicable,',
    'sous réserve de l’occultation des mentions couvertes par un secret protégé.',
    'Elle émet un avis favorable.',
  ],
];

const ANSWER = [
  [
    'Votre demande du mois dernier',
    'Le poste central compte six agents, présents de 8 h à 20 h.',
    'Le registre d’accès ne peut vous être transmis.',
    'Affaire suivie par M. Bernard Fictif, ligne directe 01 99 00 12 34,',
    'bernard.fictif@mairie.example',
  ],
];

const REQUEST = [
  'Objet : demande de communication de documents administratifs',
  'Madame la Maire,',
  'Je demande la communication, par courriel, de l’étude de sûreté citée par la délibération, de la liste des emplacements et du marché.',
  'Si certains passages devaient être occultés, je demande les documents dans leur version occultée.',
];

const MODEL = [
  'Modèle de demande, version 4',
  'Je demande : 1. les autorisations préfectorales ; 2. l’analyse d’impact ; 3. le plan d’implantation ; 4. les marchés et leurs annexes ; 5. les contrats d’entretien ; 6. les statistiques d’utilisation.',
];

const SURVEY = `mât;allée;hauteur;sens
1;des Tilleuls;4 m;vers le bassin
2;des Tilleuls;4 m;vers le kiosque
3;du Kiosque;5 m;vers l’aire de jeux
4;du Kiosque;5 m;tournante
5;de la Serre;4 m;vers la sortie
`;

const AUTHORITY = { origin: 'authority', text: '' } as const;
const OURS = { origin: 'ours', from: '', text: '' } as const;
const METZ = 'case Metz : quarante-deux caméras votées en onze minutes';
const NANCY = 'case Nancy : les micros du pont sont partis';
const BREST = 'case Brest : l’hyperviseur du port';

/** Twelve files of the demonstration, each with the message that brings it; three of them wait at the desk. */
export const PAPERS: readonly Paper[] = [
  {
    label: METZ,
    make: () => pdfOf(DELIBERATION),
    said: { ...AUTHORITY, title: 'Délibération 2026-118', from: 'Ville de Metz', nature: 'deliberation' },
    daysAgo: 121,
  },
  {
    label: `${METZ} 80 request`,
    make: () => wordOf(REQUEST, 'Marceau'),
    said: { ...OURS, title: 'Notre demande', nature: 'letter' },
    daysAgo: 80,
  },
  {
    label: `${NANCY} 190 count`,
    make: () => pictureOf({ sky: '#9fb7c9', ground: '#6f7377', masts: [22, 58] }),
    said: { ...OURS, title: 'Deux des quatre boîtiers', text: 'Une rue, deux mâts.', nature: 'photo' },
    daysAgo: 190,
  },
  {
    label: `${NANCY} 150 answer`,
    make: () => pdfOf(CONVENTION),
    said: { ...AUTHORITY, title: 'La convention', from: 'Ville de Nancy', nature: 'contract' },
    daysAgo: 300,
  },
  {
    label: 'case Nancy : dix mâts autour du parc 33 count',
    make: () => Buffer.from(SURVEY),
    said: { ...OURS, title: 'Relevé du dimanche', nature: 'record' },
    daysAgo: 33,
  },
  {
    label: `${BREST} 255 contract`,
    make: () => pdfOf(ATTRIBUTION),
    said: { ...AUTHORITY, title: 'Avis d’attribution', from: 'Métropole de Brest', nature: 'contract' },
    daysAgo: 256,
  },
  {
    label: `${BREST} 160 documents`,
    make: () => scanOf(ANNEXE),
    said: { ...AUTHORITY, title: 'Annexe 3, numérisée', from: 'Métropole de Brest', nature: 'contract' },
    daysAgo: null,
  },
  {
    label: 'Modèle de demande, version 4 1',
    make: () => wordOf(MODEL, 'Firmin'),
    said: { ...OURS, title: 'Le modèle, à remplir', nature: 'letter' },
    daysAgo: null,
  },
  {
    label: 'Avis favorable, mairie muette 1',
    make: () => pdfOf(OPINION),
    said: { ...AUTHORITY, title: 'L’avis', from: 'CADA', nature: 'opinion' },
    daysAgo: 70,
  },
  {
    label: 'with a photo',
    make: () => pictureOf({ sky: '#c9c3b4', ground: '#5d5a55', masts: [41] }),
    said: { ...OURS, title: 'Le troisième mât', text: 'Un mât devant des fenêtres.', nature: 'photo' },
    daysAgo: 1,
  },
  {
    label: 'waiting step of Limoges',
    make: () => pictureOf({ sky: '#aebfae', ground: '#77716a', masts: [15, 35, 80] }),
    said: { ...OURS, title: 'Rue de la Boucherie', text: 'Trois mâts devant des maisons.', nature: 'photo' },
    daysAgo: 3,
  },
  {
    // It names an agent, with telephone and address: something to black out.
    label: 'waiting step of Dijon',
    make: () => pdfOf(ANSWER),
    said: { ...AUTHORITY, title: 'La réponse reçue', from: 'Ville de Dijon', nature: 'letter' },
    daysAgo: 2,
  },
];
