import type { TypedFacts } from '../submissions/thread-facts/facts.js';
import { localOf } from '../workshops/local-time.js';
import type { Act } from './act.js';
import { unlessDone, type Words } from './stage.js';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** Minutes until somebody has read it. */
const READ_WITHIN = 25;
const ZONE = 'Europe/Paris';

/** So many days from now, at an hour of that day. */
export function localAt(now: Date, days: number, hour: string): string {
  return `${localOf(new Date(now.getTime() + days * DAY), ZONE).slice(0, 10)}T${hour}`;
}

interface Told {
  by: string;
  ago: number;
  title: string;
  text: string;
  /** Where not among the others. */
  category?: string;
  /** Days from now with the hours; several for several dates. */
  on: [number, string, string][];
  /** In their place those that people are asked about. */
  asks?: [number, string, string][];
  facts: Record<string, string | string[]>;
  /** Whether it waits at the desk still. */
  waits?: boolean;
}

/** Its category holds all that is sent: while it runs, its thread does not hold those who are known. */
export const READING = 'Déchiffrer ensemble une réponse de la mairie';

const WORKSHOPS: Told[] = [
  {
    by: 'Rozenn Le Du',
    ago: 9_000,
    title: 'Qui nous regarde ? Une conférence, trois ateliers',
    text: 'Un après-midi pour comprendre ce qu’une ville achète, apprendre à le voir dans la rue, et repartir avec une lettre prête à poster.',
    on: [[20, '14:00', '19:00']],
    facts: {
      town: 'Peltre (57)',
      place: 'Salle des Tanneurs',
      address: '3, quai des Tanneurs, porte du fond',
      reveal: 'day-before',
      access: 'Plain-pied, toilettes accessibles. Bus 4, arrêt Tanneurs ; la gare est à douze minutes à pied.',
      bring: 'Venez sans smartphone, ou en mode avion. Carnets et crayons fournis.',
      price: 'open',
      language: 'Français ; chuchotage en arabe et en anglais sur demande.',
      themes: ['cameras', 'document-requests', 'mapping'],
      seats: '47',
      partTime: ['14 h', '15 h 30', '15 h 30', '18 h'],
      partTitle: ['Qui achète, qui regarde', 'Balade cartographique', 'Écrire une demande', 'Mise en commun et soupe'],
      partText: [
        'Un marché public, page par page.',
        'Par deux, un trottoir chacun : voir, décrire, reporter.',
        'On part avec une lettre et une date.',
        'Chaque atelier raconte en cinq minutes.',
      ],
      partSeats: ['', '15', '12', ''],
    },
  },
  {
    by: 'Solveig',
    ago: 20_000,
    title: 'Permanence : écrire sa demande de documents',
    text: 'Un jeudi sur deux, on ouvre les modèles et on écrit ensemble. Sans inscription, entrez et repartez quand vous voulez.',
    on: [
      [4, '18:30', '20:00'],
      [18, '18:30', '20:00'],
      [32, '18:30', '20:00'],
      [46, '18:30', '20:00'],
    ],
    facts: {
      online: 'https://visio.demo.example/permanence',
      admission: 'none',
      themes: 'document-requests',
      place: 'Salon de la permanence',
    },
  },
  {
    by: 'Jibril',
    ago: 15_000,
    title: 'Lire un marché public à plusieurs',
    text: 'Le règlement, le cahier des charges, les annexes : qui achète quoi, à qui, pour combien de temps.',
    on: [[13, '10:00', '16:00']],
    facts: {
      town: 'Avignon (84)',
      place: 'Maison des associations',
      address: '12, rue du Four, deuxième étage',
      reveal: 'registered',
      admission: 'hosts',
      seats: '12',
      themes: ['document-requests', 'algorithmic-video'],
    },
  },
  {
    by: 'Pâquerette',
    ago: 30_000,
    title: 'Écouter les lampadaires : promenade sonore',
    text: 'On marche lentement, on écoute, on note ce qui bourdonne.',
    on: [[-6, '15:00', '17:30']],
    facts: { town: 'Épinal (88)', place: 'Place de la Halle', price: 'open', themes: 'sound-sensors' },
  },
  {
    by: 'Yann-du-port',
    ago: 700,
    title: 'Clés et phrases secrètes, pour débuter',
    text: 'Deux heures avec son propre ordinateur, sans rien installer que l’on ne comprenne.',
    on: [[24, '18:00', '20:00']],
    facts: { town: 'Brest (29)', place: 'Bibliothèque du port', seats: '10', count: 'left', themes: 'self-defence' },
  },
  {
    by: 'Une habitante de la rue Haute',
    ago: 200,
    title: 'Compter les mâts de la rue Haute',
    text: 'Je voudrais que nous soyons quatre ou cinq pour faire la rue entière un dimanche matin.',
    on: [[15, '09:30', '12:00']],
    facts: {
      town: 'Metz (57)',
      place: 'Devant la boulangerie',
      address: '40, rue Haute',
      reveal: 'two-hours',
      seats: '6',
    },
    waits: true,
  },
  {
    by: 'Jibril',
    ago: 12_000,
    title: 'Repérer les capteurs du tram, ligne par ligne',
    text: 'On monte à chaque terminus, on note ce que l’on voit et ce que disent les panneaux.',
    on: [[16, '14:00', '17:00']],
    facts: { town: 'Strasbourg (67)', place: 'Terminus de la ligne C', seats: '8', themes: ['cameras', 'mapping'] },
  },
  {
    by: 'Yann-du-port',
    ago: 16_000,
    title: 'Pique-nique des cartographes',
    text: 'Chacun apporte sa carte et un plat. On compare les légendes avant les recettes.',
    on: [[11, '12:00', '16:00']],
    facts: { town: 'Nantes (44)', place: 'Parc de Procé, près du kiosque', price: 'free', themes: 'mapping' },
  },
  {
    by: 'Solveig',
    ago: 5_000,
    title: 'Relire ensemble la charte du forum',
    text: 'Une heure et demie pour la lire à voix haute et noter ce qui ne se comprend pas.',
    on: [],
    asks: [
      [21, '18:30', '20:00'],
      [22, '18:30', '20:00'],
      [25, '10:00', '11:30'],
    ],
    facts: { online: 'https://visio.demo.example/charte', admission: 'none', themes: 'other' },
  },
  {
    by: 'Solveig',
    ago: 7_000,
    title: READING,
    text: 'Six pages, deux avis et une date limite. On lit à voix haute, puis on écrit la suite à donner.',
    category: 'documents',
    on: [[6, '18:30', '20:30']],
    facts: {
      online: 'https://visio.demo.example/dechiffrer',
      admission: 'none',
      place: 'Salon de la permanence',
      themes: 'document-requests',
    },
  },
  {
    by: 'Rozenn Le Du',
    ago: 8_000,
    title: 'Qui filme le front de mer ?',
    text: 'À la Réunion, on compare le plan de la mairie et ce que l’on voit depuis la promenade.',
    on: [[26, '09:00', '11:00']],
    facts: {
      town: 'Saint-Denis (974)',
      place: 'Le Barachois, devant les canons',
      seats: '20',
      count: 'left',
      themes: ['cameras', 'algorithmic-video'],
    },
  },
  {
    by: 'Jules',
    ago: 320,
    title: 'Atelier affiches, on découpe et on colle',
    text: 'J’ai du papier de couleur et deux massicots. Il manque une salle chauffée.',
    on: [
      [10, '14:00', '18:00'],
      [17, '14:00', '18:00'],
    ],
    facts: { town: 'Nancy (54)', place: 'À préciser', bring: 'Des ciseaux', themes: 'other' },
    waits: true,
  },
  {
    by: 'Passante',
    ago: 95,
    title: 'Lecture à voix haute du règlement européen',
    text: 'Un article chacun, et l’on s’arrête dès que quelqu’un ne comprend plus.',
    on: [[9, '19:00', '21:00']],
    facts: { online: 'https://visio.demo.example/lecture', themes: ['algorithmic-video', 'courts'], seats: '20' },
    waits: true,
  },
];

/** Workshops with a programme, in a series, over, with a date to be found, and three that wait at the desk. */
export function workshops(now: Date): Act[] {
  return WORKSHOPS.map(({ by, ago, title, text, on, category = 'ateliers', asks = [], facts, waits = false }): Act => {
    const writtenAt = new Date(now.getTime() - ago * MINUTE);
    const publishedAt = new Date(writtenAt.getTime() + READ_WITHIN * MINUTE);
    const words: Words = {
      kind: 'workshop',
      category,
      title,
      text,
      facts: typed(now, { on, asks, facts }),
    };
    const label = labelOf(title);
    return {
      at: waits ? writtenAt : publishedAt,
      async perform(stage, tx) {
        const moments = { writtenAt, publishedAt, moderator: 'Nadia Kherfi', second: 'Ilyès Carpentier' };
        // A start that goes on after midnight would have the same workshop on the next day: the first one stays.
        await unlessDone(
          waits ? stage.send(tx, label, { name: by }, words, writtenAt) : stage.publish(tx, label, by, words, moments),
        );
      },
    };
  });
}

/** Of its sending. */
export function labelOf(title: string): string {
  return `workshop ${title}`;
}

function typed(now: Date, { on, asks, facts }: Required<Pick<Told, 'on' | 'asks' | 'facts'>>): TypedFacts {
  return {
    ...Object.fromEntries(Object.entries(facts).map(([field, value]) => [field, [value].flat()])),
    ...(facts['admission'] === 'none' && { reveal: ['public'] }),
    start: on.map(([days, from]) => localAt(now, days, from)),
    end: on.map(([days, , to]) => localAt(now, days, to)),
    candidateStart: asks.map(([days, from]) => localAt(now, days, from)),
    candidateEnd: asks.map(([days, , to]) => localAt(now, days, to)),
  };
}
