import type { Remind } from '../workshops/registering.js';
import type { RegistrationState } from './registration-states.js';

/** A registration as whoever it belongs to sees it. */
export interface OwnRegistration {
  /** UUID. */
  id: string;
  thread: number;
  /** UUIDs; the part is null for the whole. */
  date: string;
  part: string | null;
  persons: number;
  state: RegistrationState;
  /** The place in the line, from 1; null for whoever does not stand in it. */
  place: number | null;
  name: string;
  help: boolean;
  remind: Remind[];
  email: string;
  emailConfirmed: boolean;
  /**
   * Whether its page was opened by the address that stands in letters, for which there is no code of twelve letters.
   */
  byLetter: boolean;
  /** Whether a member keeps it among theirs. */
  mine: boolean;
  /** Six signs. */
  arrivalCode: string;
}

/** What hosts have written to those who have registered. */
export interface ReadWords {
  html: string;
  at: Date;
}

/** What readers may not know; empty where there is none. */
export interface WorkshopSecret {
  address: string;
  online: string;
}

/** The exact place for somebody who has a seat, or from when on they may read it. */
export type ExactPlace = { secret: WorkshopSecret } | { from: Date };
