import type { Audience, Hold } from '../threads/visible.js';

export interface Room {
  slug: string;
  name: string;
  description: string;
  audience: Audience;
  guestsWrite: boolean;
  hold: Hold;
}

/** The categories of the demonstration, in their order on the home page. */
export const rooms: Room[] = [
  {
    slug: 'villes', name: 'Dans nos villes', audience: 'everyone', guestsWrite: true, hold: 'all',
    description: 'Ce qui se pose, ce qui se vote, ce qui se démonte, commune par commune.',
  },
  {
    slug: 'videosurveillance-algorithmique', name: 'Vidéosurveillance algorithmique', audience: 'everyone', guestsWrite: true, hold: 'all',
    description: 'Quand un logiciel regarde à notre place : comprendre, vérifier, répondre.',
  },
  {
    slug: 'documents', name: 'Documents et recours', audience: 'everyone', guestsWrite: true, hold: 'all',
    description: 'Demandes de documents, délais, avis, tribunal. De l’entraide, pas du conseil juridique.',
  },
  {
    slug: 'ateliers', name: 'Ateliers et cartographie', audience: 'everyone', guestsWrite: true, hold: 'newcomers',
    description: 'Balades, relevés, lectures à plusieurs, affiches et goûters.',
  },
  {
    slug: 'coordination', name: 'Coordination', audience: 'members', guestsWrite: false, hold: 'newcomers',
    description: 'Entre membres : réunions, caisse, covoiturages.',
  },
  {
    slug: 'equipe', name: 'Équipe', audience: 'staff', guestsWrite: false, hold: 'nobody',
    description: 'Modération et organisation : tours de garde et cas difficiles.',
  },
];
