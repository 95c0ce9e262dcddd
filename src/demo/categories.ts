import type { CategorySettings } from '../administration/category-settings.js';

/** Settings that are left out are those of a new category. */
export type SownCategory = Partial<CategorySettings> &
  Pick<CategorySettings, 'name' | 'description'> & { slug: string };

/** The categories of the demonstration, in their order on the home page. */
export const categories: SownCategory[] = [
  {
    slug: 'villes',
    takes: ['thread', 'case'],
    documents: 'everyone',
    name: 'Dans nos villes',
    history: true,
    description: 'Ce qui se pose, ce qui se vote, ce qui se démonte, commune par commune.',
  },
  {
    slug: 'videosurveillance-algorithmique',
    name: 'Vidéosurveillance algorithmique',
    description: 'Quand un logiciel regarde à notre place : comprendre, vérifier, répondre.',
  },
  {
    slug: 'documents',
    name: 'Documents et recours',
    takes: ['thread', 'workshop'],
    documents: 'members',
    history: true,
    description: 'Demandes de documents, délais, avis, tribunal. De l’entraide, pas du conseil juridique.',
  },
  {
    slug: 'ateliers',
    name: 'Ateliers et cartographie',
    takes: ['thread', 'workshop'],
    hold: 'newcomers',
    edits: 'at-once',
    description: 'Balades, relevés, lectures à plusieurs, affiches et goûters.',
  },
  {
    slug: 'coordination',
    name: 'Coordination',
    audience: 'members',
    guestsWrite: false,
    hold: 'newcomers',
    acceptedUntil: 2,
    description: 'Entre membres : réunions, caisse, covoiturages.',
  },
  {
    slug: 'equipe',
    name: 'Équipe',
    audience: 'staff',
    guestsWrite: false,
    hold: 'nobody',
    description: 'Modération et organisation : tours de garde et cas difficiles.',
  },
];
