import type { AuthorRole } from '../threads/visible.js';
import type { ADMISSIONS, COUNTS, DATE_STATES, PRICES, REASONS } from './workshop-facts.js';

/** A date as everybody sees it. */
export interface VisibleDate {
  /** UUID. */
  id: string;
  startsAt: Date;
  endsAt: Date;
  /** Null for no limit. */
  seats: number | null;
  state: (typeof DATE_STATES)[number];
  /** When it was to be at first; null where it was not moved. */
  movedFrom: Date | null;
  /** Why it is cancelled: a code of the list. */
  reason: (typeof REASONS)[number] | null;
  /** Whether its hosts let people register. */
  isOpen: boolean;
  /** Every seat is taken; whoever registers stands in the line. */
  isFull: boolean;
  /** Persons who have a seat; null where everybody may not know. */
  taken: number | null;
  /** Goes up with each change, for calendars. */
  sequence: number;
  changedAt: Date;
}

export interface VisiblePart {
  id: string;
  title: string;
  time: string;
  text: string;
  /** Of its own; null for a part that takes those of the whole. */
  seats: number | null;
}

/** What everybody may know of the seats of a part at a date. */
export interface VisiblePartSeats {
  /** UUIDs. */
  date: string;
  part: string;
  isFull: boolean;
  /** In persons; null where everybody may not know. */
  taken: number | null;
}

/** A date that people are asked about. */
export interface VisibleCandidate {
  /** UUID; that of the date, once it is chosen. */
  id: string;
  startsAt: Date;
  endsAt: Date;
  /** How many can come, and how many if need be. */
  yes: number;
  maybe: number;
}

/** What everybody may know of a workshop; whatever is secret is not in here. */
export interface VisibleWorkshop {
  thread: number;
  town: null | { code: string; name: string; department: string; slug: string };
  place: string;
  /** Empty unless everybody may read it. */
  address: string;
  online: string;
  /** Whether one can take part from elsewhere. */
  isOnline: boolean;
  access: string;
  bring: string;
  language: string;
  price: (typeof PRICES)[number];
  /** Codes. */
  themes: string[];
  zone: string;
  count: (typeof COUNTS)[number];
  admission: (typeof ADMISSIONS)[number];
  /** Whether somebody runs it: nobody registers before. */
  hasHost: boolean;
}

/** A host who wants to be named. */
export interface VisibleHost {
  name: string;
  role: AuthorRole;
}

/** A date with what its line in a list says. */
export interface AgendaRow {
  date: VisibleDate;
  workshop: VisibleWorkshop;
  thread: { id: number; slug: string; title: string; category: number };
  excerpt: string;
}

export const SEEN_STATES = ['planned', 'moved', 'full', 'cancelled', 'over'] as const;
export type SeenState = (typeof SEEN_STATES)[number];

/** What a date is called now, in one word: of several that are true the one that matters most. */
export function stateOf({ state, isFull, movedFrom, endsAt }: VisibleDate, now: Date): SeenState {
  if (state === 'cancelled') return 'cancelled';
  if (endsAt <= now) return 'over';
  if (isFull) return 'full';
  return movedFrom === null ? 'planned' : 'moved';
}

/** Why a date takes no registration. */
export type RegistrationRefusal =
  'no-registration' | 'cancelled-date' | 'over-date' | 'begun-date' | 'closed-date' | 'no-host';

type AskedWorkshop = Pick<VisibleWorkshop, 'admission' | 'hasHost'>;
type AskedDate = Pick<VisibleDate, 'state' | 'isOpen' | 'startsAt' | 'endsAt'>;

/** Null for a date that takes registrations: until it begins, unless its hosts say otherwise or there are none. */
export function refusedRegistration(
  { admission, hasHost }: AskedWorkshop,
  { state, isOpen, startsAt, endsAt }: AskedDate,
  now: Date,
): RegistrationRefusal | null {
  if (admission === 'none') return 'no-registration';
  if (state === 'cancelled') return 'cancelled-date';
  if (endsAt <= now) return 'over-date';
  if (startsAt <= now) return 'begun-date';
  if (!hasHost) return 'no-host';
  return isOpen ? null : 'closed-date';
}

/** Whether somebody may register for it now, be it for the line. */
export function takesRegistrations(workshop: AskedWorkshop, date: AskedDate, now: Date): boolean {
  return refusedRegistration(workshop, date, now) === null;
}
