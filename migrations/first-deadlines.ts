import type { Rule } from '../src/deadlines/rule.js';

type FirstRule = Omit<Rule, 'country' | 'from' | 'until'> &
  Record<'wordsFr' | 'wordsEn' | 'aboutFr' | 'aboutEn' | 'sourceFr' | 'sourceEn', string>;

/**
 * What French law says about access to administrative documents, as it was gathered and not yet checked by a lawyer.
 * A refusal in part begins the second rule in its earliest reading only: silence about the rest goes on beside it.
 */
export const FIRST_RULES: readonly FirstRule[] = [
  {
    id: 1,
    number: 1,
    after: ['receipt'],
    endedBy: ['answer:all', 'answer:refusal'],
    months: 1,
    days: null,
    binds: 'authority',
    counting: 'dates',
    weekday: false,
    wordsFr: 'refus implicite',
    wordsEn: 'implied refusal',
    aboutFr: 'Un mois de silence à partir de la réception vaut refus.',
    aboutEn: 'One month of silence from the receipt is a refusal.',
    sourceFr: 'CRPA, art. R. 311-12 et R. 311-13',
    sourceEn: 'CRPA, art. R. 311-12 and R. 311-13',
  },
  {
    id: 2,
    number: 2,
    after: ['rule:1', 'answer:refusal', 'answer:part'],
    endedBy: ['cada', 'cada-number'],
    months: 2,
    days: null,
    binds: 'people',
    counting: 'inclusive',
    weekday: true,
    wordsFr: 'dernier jour pour saisir la CADA',
    wordsEn: 'last day to refer to the CADA',
    aboutFr:
      'Deux mois à partir du refus, dit ou né du silence. Un refus dit pendant ces deux mois peut les faire repartir ; le forum compte au plus prudent.',
    aboutEn:
      'Two months from the refusal, said or born of silence. A refusal said within these two months may begin them anew; the forum counts most carefully.',
    sourceFr: 'CRPA, art. R. 343-1',
    sourceEn: 'CRPA, art. R. 343-1',
  },
  {
    id: 3,
    number: 3,
    after: ['cada-number'],
    endedBy: ['opinion'],
    months: 1,
    days: null,
    binds: 'authority',
    counting: 'dates',
    weekday: true,
    wordsFr: 'avis de la CADA attendu',
    wordsEn: 'opinion of the CADA expected',
    aboutFr: 'Un mois à partir de l’enregistrement. Un avis en retard ne change rien d’autre.',
    aboutEn: 'One month from the registration. Nothing follows if the opinion is late.',
    sourceFr: 'CRPA, art. R. 343-3',
    sourceEn: 'CRPA, art. R. 343-3',
  },
  {
    id: 4,
    number: 4,
    after: ['cada-number'],
    endedBy: ['confirmed-refusal'],
    months: 2,
    days: null,
    binds: 'authority',
    counting: 'dates',
    weekday: false,
    wordsFr: 'refus confirmé par le silence',
    wordsEn: 'refusal confirmed by silence',
    aboutFr:
      'Deux mois de silence à partir de l’enregistrement à la CADA, et non de son avis, quoi qu’on lise souvent.',
    aboutEn:
      'Two months of silence from the registration at the CADA, and not from its opinion, whatever is often read.',
    sourceFr: 'CRPA, art. R. 343-4 et R. 343-5',
    sourceEn: 'CRPA, art. R. 343-4 and R. 343-5',
  },
  {
    id: 5,
    number: 5,
    after: ['rule:4', 'confirmed-refusal'],
    endedBy: ['court'],
    months: 2,
    days: null,
    binds: 'people',
    counting: 'dates',
    weekday: true,
    wordsFr: 'dernier jour pour saisir le tribunal administratif',
    wordsEn: 'last day to go to the administrative court',
    aboutFr: 'Deux mois à partir de la confirmation du refus, par le silence ou en toutes lettres.',
    aboutEn: 'Two months from the confirmation of the refusal, by silence or in words.',
    sourceFr: 'CJA, art. R. 421-1',
    sourceEn: 'CJA, art. R. 421-1',
  },
  {
    id: 6,
    number: 6,
    after: ['rule:2', 'rule:5'],
    endedBy: [],
    months: null,
    days: null,
    binds: 'people',
    counting: 'dates',
    weekday: false,
    wordsFr: 'un délai plus long peut rester ouvert',
    wordsEn: 'more time may remain',
    aboutFr:
      'Quand l’administration n’a jamais dit comment contester sa décision, un délai plus long peut rester ouvert, d’un an en règle générale.',
    aboutEn: 'Where the authority never said how one may appeal, more time may remain, a year as a rule.',
    sourceFr: 'CRPA, art. L. 112-6 et L. 412-3 ; CJA, art. R. 421-5 ; Conseil d’État, 11 mars 2024, n° 488227',
    sourceEn: 'CRPA, art. L. 112-6 and L. 412-3; CJA, art. R. 421-5; Conseil d’État, 11 March 2024, n° 488227',
  },
];

const FIXED = [
  ['01-01', 'Jour de l’an', 'New Year’s Day'],
  ['05-01', 'Fête du Travail', 'Labour Day'],
  ['05-08', 'Victoire de 1945', 'Victory in Europe Day'],
  ['07-14', 'Fête nationale', 'National Day'],
  ['08-15', 'Assomption', 'Assumption'],
  ['11-01', 'Toussaint', 'All Saints’ Day'],
  ['11-11', 'Armistice de 1918', 'Armistice Day'],
  ['12-25', 'Noël', 'Christmas Day'],
] as const;

/** Easter Sundays; three holidays stand at a fixed distance behind each. */
const EASTERS = [
  '2024-03-31',
  '2025-04-20',
  '2026-04-05',
  '2027-03-28',
  '2028-04-16',
  '2029-04-01',
  '2030-04-21',
  '2031-04-13',
  '2032-03-28',
  '2033-04-17',
  '2034-04-09',
  '2035-03-25',
];

const BEHIND_EASTER = [
  [1, 'Lundi de Pâques', 'Easter Monday'],
  [39, 'Ascension', 'Ascension Day'],
  [50, 'Lundi de Pentecôte', 'Whit Monday'],
] as const;

/** The holidays of France from 2024 to 2035. */
export const FIRST_HOLIDAYS: readonly { day: string; fr: string; en: string }[] = EASTERS.flatMap((easter) => [
  ...FIXED.map(([day, fr, en]) => ({ day: `${easter.slice(0, 4)}-${day}`, fr, en })),
  ...BEHIND_EASTER.map(([days, fr, en]) => {
    const at = Date.parse(`${easter}T00:00:00Z`) + days * 86_400_000;
    return { day: new Date(at).toISOString().slice(0, 10), fr, en };
  }),
]);
