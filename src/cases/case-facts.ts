import type { Precision } from './point.js';

/** Who decides about what the case is about. */
export const AUTHORITIES = [
  'municipality',
  'intercommunality',
  'prefecture',
  'department',
  'region',
  'ministry',
  'other',
] as const;
/** How far it has come. */
export const CASE_STATUSES = ['reported', 'documented', 'requested', 'in-court', 'won', 'lost', 'abandoned'] as const;

export type Authority = (typeof AUTHORITIES)[number];
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** What a case says besides its words; texts that are not said are empty. */
export interface CaseFacts {
  /** Which kind of thread has these. */
  of: 'case';
  /** INSEE's code; null for one outside of France. */
  town: string | null;
  /** With its department: « Peltre (57) »; empty without one. */
  townName: string;
  /** Two capital letters; empty where there is a town. */
  country: string;
  place: string;
  /** Rounded before anybody else has seen it; null where the town alone says where it is. */
  point: { latitude: number; longitude: number } | null;
  precision: Precision;
  authority: Authority;
  authorityName: string;
  /** Codes of the list, three at most. */
  themes: string[];
  status: CaseStatus;
}
