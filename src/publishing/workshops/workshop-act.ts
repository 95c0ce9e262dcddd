import type { DateState } from './date-states.js';
import type { ADMISSIONS } from '../../workshops/workshop-facts.js';

/** Who runs it: a host for themself, or for somebody else. */
export const HOST_ACTS = ['take', 'leave', 'add', 'remove', 'show', 'hide'] as const;
export type HostAct = (typeof HOST_ACTS)[number];
/** Acts on dates that exist. */
export const DATE_ACTS = ['move', 'cancel', 'reopen', 'close', 'open', 'seats'] as const;
export type DateAct = (typeof DATE_ACTS)[number];
/**
 * Everything that the story of a workshop tells; `depart`: a host lost the role or was suspended, `decline`: somebody
 * who had no need to ask any more lost seats, or their place in the line, `admit`: has them again.
 */
export const WORKSHOP_ACTS = [
  ...HOST_ACTS,
  ...DATE_ACTS,
  'choose',
  'date',
  'admission',
  'report',
  'admit',
  'decline',
  'depart',
  'undo',
] as const;
export type WorkshopAct = (typeof WORKSHOP_ACTS)[number];

/** A host as the act has left them; or as it has found them, if it removed them. */
export interface ActedHost {
  member: number;
  byRole: boolean;
  isShown: boolean;
}

/** How somebody was a host before an act. */
export interface FormerHost {
  byRole: boolean;
  isShown: boolean;
  /** A moment, as JSON has it: hosts are named in the order of theirs. */
  since: string;
}

/** A date before and after; null where it did not exist. */
export interface ActedDate {
  id: string;
  from: DateState | null;
  to: DateState | null;
}

type Admission = (typeof ADMISSIONS)[number];

/** What an act has changed, as far as undoing it needs to know. */
export interface ActDetail {
  host?: ActedHost;
  /** How that host was one before; null if they were none, left out by acts from before this was kept. */
  before?: FormerHost | null;
  dates?: ActedDate[];
  admission?: { from: Admission; to: Admission };
  /** Numbers of posts; null for none. */
  report?: { from: number | null; to: number | null };
}

/** What was written to the story of a workshop. */
export interface Acted {
  /** The id of the row, in digits. */
  id: string;
  act: WorkshopAct;
}
