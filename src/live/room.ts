import type { Audience } from '../threads/visible.js';
import type { Language } from '../visitors/visitor.js';

/**
 * The rooms as this program knows them: of a thread or a category one for each audience and language, so that what is
 * said in a room may be heard by all who are in it, and is drawn once for all of them.
 */
export type Room =
  | { of: 'thread'; thread: number; category: number; audience: Audience; language: Language }
  | { of: 'category'; category: number; slug: string; audience: Audience; language: Language }
  /** The desk of one member, because the count of what waits leaves out what that member has agreed to already. */
  | { of: 'desk'; member: number; scope: number[] | null }
  | { of: 'submission'; submission: string }
  /**
   * Of an article; `asked` is the room as it was named by whoever is in it, since an article may have several names.
   */
  | {
      of: 'section';
      asked: string;
      article: { site: string; identifier: string };
      category: number;
      thread: number | null;
    };

/** A room, and what its pages show when nothing has been missed: see `JoinAnswer`. */
export interface Entry {
  room: Room;
  last?: string;
}

export type ThreadRoom = Extract<Room, { of: 'thread' }>;
export type CategoryRoom = Extract<Room, { of: 'category' }>;
export type SectionRoom = Extract<Room, { of: 'section' }>;
export type DeskRoom = Extract<Room, { of: 'desk' }>;

export function nameOf(room: Room): string {
  switch (room.of) {
    case 'thread':
      return `thread:${room.thread}:${room.audience}:${room.language}`;
    case 'category':
      return `category:${room.category}:${room.audience}:${room.language}`;
    case 'desk':
      return `desk:${room.member}:${room.scope === null ? 'all' : [...room.scope].sort((a, b) => a - b).join('.')}`;
    case 'section':
      return room.asked;
    case 'submission':
      return `submission:${room.submission}`;
  }
}
