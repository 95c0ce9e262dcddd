import type { World } from '../../world.js';
import type { Canaries } from './canaries.js';
import type { Answer, SentFields } from './http.js';

export type Name =
  | 'guest'
  | 'otherGuest'
  | 'member'
  | 'author'
  | 'guestAuthor'
  | 'otherAuthor'
  | 'otherModerator'
  | 'organizer'
  | 'moderator'
  | 'registered'
  | 'administrator';

export interface Sent {
  id: string;
  token: string | null;
}

/** What people can do in the forum that is swept, for the parts that plant their own canaries in it. */
export interface House {
  readonly world: World;
  readonly canaries: Canaries;
  /** The secret addresses that each of them has. */
  readonly lookers: Readonly<Record<Name, { readonly tokens: string[] }>>;
  /** Ids of what never appeared. */
  readonly hidden: string[];
  tick(): void;
  /** Until the sockets have heard what was done. */
  heard(): Promise<void>;
  send(who: Name, path: string, fields: SentFields): Promise<Sent>;
  sendEdit(who: Name, path: string, thread: number, number: number, fields: Record<string, string>): Promise<Sent>;
  publishReply(who: Name, thread: number, text: string): Promise<void>;
  decide(sent: Sent, fields: Record<string, string>, who?: Name): Promise<void>;
  must(status: number, who: Name, method: string, path: string, fields?: SentFields): Promise<Answer>;
}
