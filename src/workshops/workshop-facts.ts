/**
 * Who may read the exact place (the secret), and when: `public` everybody, always; the others whoever has a seat, as
 * soon as they have it, from the day before on, or from two hours before on.
 */
export const REVEALS = ['public', 'registered', 'day-before', 'two-hours'] as const;
export const PRICES = ['free', 'open'] as const;
/** What everybody reads of the seats: their number, whether some are left, or nothing. */
export const COUNTS = ['number', 'left', 'hidden'] as const;
/** Who gets a seat: whoever registers first, whom the hosts admit, or everybody who comes, without a registration. */
export const ADMISSIONS = ['open', 'hosts', 'none'] as const;
/** What a host says of a date; whether it is moved, full or over follows from the rest. */
export const DATE_STATES = ['planned', 'cancelled'] as const;
/** Why a date is cancelled. */
export const REASONS = ['ill', 'place-lost', 'weather', 'forbidden', 'too-few', 'postponed'] as const;

/** A date in the zone of its workshop. */
export interface FactsDate {
  /** UUID, given when it is sent: it is the same for calendars and registrations whatever changes. */
  id: string;
  /** `2026-12-12T14:00`. */
  start: string;
  end: string;
}

/** A part of the programme. */
export interface FactsPart {
  /** UUID, as a date has one. */
  id: string;
  title: string;
  /** As its author writes it: « 15 h 30 ». */
  time: string;
  text: string;
  /** Null for no limit of its own. */
  seats: number | null;
}

/** What a workshop says besides its words; texts that are not said are empty. */
export interface WorkshopFacts {
  /** Which kind of thread has these. */
  of: 'workshop';
  /** INSEE's code; null for one that is online only. */
  town: string | null;
  /** With its department: « Peltre (57) »; empty without one. */
  townName: string;
  /** Where to meet, for everybody. */
  place: string;
  /** The exact one. */
  address: string;
  /** An https address. */
  online: string;
  reveal: (typeof REVEALS)[number];
  access: string;
  bring: string;
  language: string;
  price: (typeof PRICES)[number];
  /** Codes of the list, three at most. */
  themes: string[];
  /** A name of the time zone database. */
  zone: string;
  dates: FactsDate[];
  /** Where its date is to be found: those that people are asked about. */
  candidates: FactsDate[];
  /** Of each date; null for no limit. */
  seats: number | null;
  count: (typeof COUNTS)[number];
  admission: (typeof ADMISSIONS)[number];
  parts: FactsPart[];
}

/** What readers may not know before its time: kept where the reader's login has no right. */
export function secretOf({ address, online, reveal, admission }: WorkshopFacts): { address: string; online: string } {
  return { address: reveal === 'public' ? '' : address, online: admission === 'none' ? '' : online };
}

/** What is then left for everybody. */
export function shownOf({ address, online, reveal, admission }: WorkshopFacts): { address: string; online: string } {
  return { address: reveal === 'public' ? address : '', online: admission === 'none' ? online : '' };
}
