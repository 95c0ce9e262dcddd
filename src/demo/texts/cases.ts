import type { Authority, CaseStatus } from '../../cases/case-facts.js';
import type { StepKind } from '../../deadlines/step-kind.js';

/** What happened: so many days ago, what it was, what was said of it, and figures or an outcome. */
export type ToldStep = [ago: number, kind: StepKind, text: string, facts?: Record<string, string>];

export interface ToldCase {
  by: string;
  /** Days since it was opened. */
  ago: number;
  title: string;
  text: string;
  town: string;
  status: CaseStatus;
  authority?: Authority;
  themes: string[];
  facts?: Record<string, string>;
  steps: ToldStep[];
}

/** Eighteen cases in fourteen towns, one overseas and one abroad, in every state. */
export const TOLD_CASES: ToldCase[] = [
  {
    by: 'Marceau 57',
    ago: 120,
    title: 'Metz : quarante-deux caméras votées en onze minutes',
    text: 'Délibération adoptée sans débat. L’étude de sûreté citée n’est pas jointe. Nous la demandons, avec la liste des emplacements.',
    town: 'Metz (57)',
    status: 'documented',
    themes: ['cameras', 'document-requests'],
    steps: [
      [118, 'vote', 'Vote à main levée, sans question.', { cameras: '42', amount: '612000' }],
      [80, 'request', 'Étude de sûreté, emplacements, marché.', { how: 'letter', status: 'requested' }],
      [77, 'receipt', 'Accusé de réception daté.'],
      [44, 'cada', 'Un mois est passé, rien n’est venu.'],
      [38, 'cada-number', 'Enregistrée, avec un numéro.'],
    ],
  },
  {
    by: 'Kenza',
    ago: 60,
    title: 'Metz : un logiciel de détection à la gare routière',
    text: 'Le cahier des charges parle de « détection de comportements ». Personne ne sait qui l’a choisi.',
    town: 'Metz (57)',
    status: 'reported',
    authority: 'intercommunality',
    themes: ['algorithmic-video'],
    steps: [
      [58, 'press', 'Le journal cite le cahier des charges.', { link: 'https://presse.demo.example/metz-gare' }],
    ],
  },
  {
    by: 'Solveig',
    ago: 200,
    title: 'Nancy : les micros du pont sont partis',
    text: 'Quatre capteurs sonores posés à l’essai. La ville a répondu, puis renoncé.',
    town: 'Nancy (54)',
    status: 'documented',
    themes: ['sound-sensors'],
    steps: [
      [190, 'count', 'Quatre boîtiers, photographiés et mesurés.'],
      [170, 'request', 'Convention et analyse d’impact.', { how: 'mail' }],
      [169, 'receipt', 'Courriel lu le lendemain.'],
      [150, 'answer', 'La convention est jointe.', { outcome: 'all' }],
      [100, 'vote', 'Le conseil met fin à l’essai.', { status: 'won' }],
    ],
  },
  {
    by: 'Thibault Vasse',
    ago: 35,
    title: 'Nancy : dix mâts autour du parc',
    text: 'Des mâts neufs sans panneau. Qui les exploite ?',
    town: 'Nancy (54)',
    status: 'reported',
    themes: ['cameras', 'mapping'],
    steps: [[33, 'count', 'Relevé du dimanche, une allée par binôme.', { cameras: '10' }]],
  },
  {
    by: 'Yann-du-port',
    ago: 260,
    title: 'Brest : l’hyperviseur du port',
    text: 'Un seul écran pour la ville, le port et les transports. Le contrat existe, nous l’avons lu.',
    town: 'Brest (29)',
    status: 'documented',
    authority: 'intercommunality',
    themes: ['algorithmic-video', 'cameras'],
    steps: [
      [
        255,
        'contract',
        'Avis d’attribution publié.',
        { amount: '1830000', software: 'Hyperviseur (marque non précisée)' },
      ],
      [230, 'request', 'Le contrat et ses annexes.', { how: 'letter' }],
      [228, 'receipt', 'Recommandé reçu.'],
      [200, 'answer', 'Le contrat, sans les annexes.', { outcome: 'part' }],
      [160, 'documents', 'Les annexes, à l’occasion d’un conseil.'],
    ],
  },
  {
    by: 'Loïc Penhoët',
    ago: 25,
    title: 'Brest : une caméra vers les fenêtres',
    text: 'Depuis la rénovation du carrefour, une tourelle regarde la façade du foyer.',
    town: 'Brest (29)',
    status: 'reported',
    themes: ['cameras'],
    facts: { precision: 'km', point: 'geo:48.39,-4.49' },
    steps: [],
  },
  {
    by: 'Jibril',
    ago: 300,
    title: 'Avignon : la vidéo pendant le festival',
    text: 'Une expérimentation annoncée puis prolongée. Le tribunal est saisi.',
    town: 'Avignon (84)',
    status: 'documented',
    authority: 'prefecture',
    themes: ['algorithmic-video', 'courts'],
    steps: [
      [290, 'request', 'Arrêtés et bilan.', { how: 'form' }],
      [288, 'receipt', 'Accusé automatique.'],
      [250, 'cada', 'Silence d’un mois.'],
      [245, 'cada-number', 'Numéro reçu.'],
      [200, 'opinion', 'La commission donne raison à la demande.', { outcome: 'favourable' }],
      [120, 'court', 'Requête déposée au greffe.', { status: 'in-court' }],
    ],
  },
  {
    by: 'Inès Barbotin',
    ago: 90,
    title: 'Avignon : lecture de plaques à l’entrée des remparts',
    text: 'Les bornes lisent les plaques de tout le monde pour ouvrir à quelques-uns.',
    town: 'Avignon (84)',
    status: 'documented',
    themes: ['police-files', 'cameras'],
    steps: [
      [85, 'count', 'Six bornes.', { cameras: '6' }],
      [20, 'request', 'Registre des traitements.', { how: 'mail', status: 'requested' }],
      [19, 'receipt', 'Lu le jour même.'],
    ],
  },
  {
    by: 'Pâquerette',
    ago: 150,
    title: 'Épinal : des drones pour la fête',
    text: 'Un arrêté publié la veille. Le juge n’a pas eu le temps de lire.',
    town: 'Épinal (88)',
    status: 'documented',
    authority: 'prefecture',
    themes: ['drones', 'courts'],
    steps: [
      [148, 'request', 'L’arrêté et le nombre de vols.', { how: 'mail' }],
      [147, 'receipt', 'Bien reçu, dit le courriel.'],
      [130, 'answer', 'Refus : « ordre public ».', { outcome: 'refusal' }],
      [110, 'court', 'Requête au tribunal.', { status: 'in-court' }],
      [15, 'judgement', 'Rejetée : il n’y a plus rien à juger.', { outcome: 'lost', status: 'lost' }],
    ],
  },
  {
    by: 'Maud Tessier',
    ago: 45,
    title: 'Rennes : combien coûte une caméra ?',
    text: 'Achat, pose, fibre, entretien, agents : nous additionnons.',
    town: 'Rennes (35)',
    status: 'documented',
    themes: ['cameras'],
    steps: [[40, 'contract', 'Le budget, page 112.', { amount: '274000' }]],
  },
  {
    by: 'Sacha Lormier',
    ago: 75,
    title: 'Lille : des portiques au lycée',
    text: 'La région veut des portiques et de la reconnaissance faciale. Les parents veulent des surveillants.',
    town: 'Lille (59)',
    status: 'documented',
    authority: 'region',
    themes: ['face-recognition'],
    steps: [
      [70, 'vote', 'Crédits votés.', { amount: '950000' }],
      [30, 'request', 'Délibération et analyse d’impact.', { how: 'letter', status: 'requested' }],
    ],
  },
  {
    by: 'Colette B.',
    ago: 220,
    title: 'Lyon : le schéma directeur',
    text: 'Un document cité partout, publié nulle part. Il est arrivé.',
    town: '69123',
    status: 'documented',
    themes: ['document-requests'],
    steps: [
      [215, 'request', 'Le schéma directeur.', { how: 'letter' }],
      [212, 'receipt', 'Reçu au courrier central.'],
      [175, 'cada', 'Après un mois de silence.'],
      [170, 'cada-number', 'Enregistrée.'],
      [140, 'opinion', 'Communicable.', { outcome: 'favourable' }],
      [90, 'documents', 'Soixante pages, non caviardées.', { status: 'won' }],
    ],
  },
  {
    by: 'Hélène Quintrec',
    ago: 180,
    title: 'Toulouse : police prédictive, l’essai discret',
    text: 'Un outil qui colore la carte. Sur quelles données ?',
    town: 'Toulouse (31)',
    status: 'documented',
    authority: 'ministry',
    themes: ['predictive-policing'],
    steps: [[175, 'press', 'Deux pages dans un hebdomadaire.', { link: 'https://presse.demo.example/toulouse' }]],
  },
  {
    by: 'Gaspard Trouvé',
    ago: 320,
    title: 'Marseille : le projet abandonné',
    text: 'Trois ans d’annonces, puis plus rien. Nous gardons la trace.',
    town: '13055',
    status: 'abandoned',
    themes: ['algorithmic-video'],
    steps: [[310, 'vote', 'Le projet disparaît du budget.']],
  },
  {
    by: 'Tomasz',
    ago: 82,
    title: 'Dijon : le poste central et ses agents',
    text: 'Combien de personnes regardent, combien d’heures, avec quelle formation ?',
    town: 'Dijon (21)',
    status: 'documented',
    authority: 'intercommunality',
    themes: ['cameras'],
    steps: [
      [80, 'request', 'Effectifs, formation, registre d’accès.', { how: 'mail', status: 'requested' }],
      [79, 'receipt', 'Lu par le secrétariat.'],
    ],
  },
  {
    by: 'Zélie Montfaucon',
    ago: 15,
    title: 'Limoges : des lampadaires qui comptent',
    text: 'La rue est « intelligente » depuis lundi.',
    town: 'Limoges (87)',
    status: 'reported',
    themes: ['sound-sensors', 'other'],
    steps: [],
  },
  {
    by: 'Aminata S.',
    ago: 65,
    title: 'Saint-Denis de La Réunion : le front de mer filmé',
    text: 'Vingt caméras sur la promenade, et aucun panneau.',
    town: 'Saint-Denis (974)',
    status: 'documented',
    themes: ['cameras'],
    facts: { precision: '100m', point: 'geo:-20.879,55.448' },
    steps: [[60, 'count', 'Compté à pied, entre deux averses.', { cameras: '20' }]],
  },
  {
    by: 'Louise-Anne',
    ago: 40,
    title: 'Liège : comment font nos voisins',
    text: 'Là-bas, le conseil publie l’avis de la police avant de voter. À suivre.',
    town: '',
    status: 'documented',
    themes: ['cameras', 'other'],
    facts: { country: 'BE', place: 'Liège', point: 'geo:50.64,5.57' },
    steps: [[38, 'vote', 'L’avis et le vote sont en ligne.', { link: 'https://conseil.demo.example/liege' }]],
  },
];

/** Steps that wait at the desk still: of which case, and what. */
export const WAITING_STEPS: [by: string, title: string, step: ToldStep][] = [
  ['Passante', 'Limoges', [3, 'count', 'J’en ai vu sept rue de la Boucherie.', { cameras: '7' }]],
  ['Le Facteur', 'Dijon', [2, 'answer', 'Une page, sans le registre d’accès.', { outcome: 'part' }]],
  ['', 'Rennes', [1, 'press', 'Un article cite nos chiffres.', { link: 'https://presse.demo.example/rennes' }]],
];

/** Another summary of a case, by somebody who did not open it: it waits. */
export const WAITING_PROPOSAL = {
  by: 'Riveraine du marché',
  title: 'Limoges',
  ago: 2,
  text: 'La rue est « intelligente » depuis lundi : sept lampadaires comptent les passages, d’après l’affiche de la mairie. Qui reçoit ces chiffres, personne ne le dit.',
  status: 'documented',
} as const;
