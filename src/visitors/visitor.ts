import type { Audience, AuthorRole } from '../threads/visible.js';

export const ROLES = ['member', 'moderator', 'organizer', 'administrator'] as const satisfies readonly AuthorRole[];
export type Role = (typeof ROLES)[number];
export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A person with an account, as far as the rest of the program needs to know. */
export interface Identity {
  id: number;
  name: string;
  role: Role;
  /** Their own choice, or null for the site's. */
  language: Language | null;
  /** Posts accepted so far: what makes a newcomer one. */
  acceptedCount: number;
  /** Categories that a moderator is limited to; null means all. Empty for a member who is no moderator. */
  moderates: number[] | null;
}

/**
 * A person who reads or acts. A guest is an object too and answers every question, so no rule begins with "if there is
 * a member". Each question is answered with no unless a line here says yes.
 */
export class Visitor {
  private constructor(
    readonly member: Identity | null,
    /** Hash of the session's token in hex, never the token; null for guests and for the command line. */
    readonly session: string | null,
  ) {}

  static guest(): Visitor {
    return new Visitor(null, null);
  }

  static of(member: Identity, session: string | null): Visitor {
    return new Visitor(member, session);
  }

  get role(): 'guest' | Role {
    return this.member?.role ?? 'guest';
  }

  get isGuest(): boolean {
    return this.member === null;
  }

  get isStaff(): boolean {
    return this.role === 'moderator' || this.role === 'organizer' || this.role === 'administrator';
  }

  get isAdministrator(): boolean {
    return this.role === 'administrator';
  }

  /** The widest audience that this visitor belongs to; readers are made for it. */
  get audience(): Audience {
    if (this.isStaff) return 'staff';
    return this.isGuest ? 'everyone' : 'members';
  }

  /** Members' names are theirs alone, and a guest's post says that a guest wrote it, whatever the name. */
  wrote({ author }: { author: { name: string; role: AuthorRole } }): boolean {
    return author.role !== 'guest' && author.name === this.member?.name;
  }

  /** Has a desk at all. */
  get isModerator(): boolean {
    return this.isAdministrator || this.role === 'moderator';
  }

  /**
   * May see and decide what is sent to this category. A submission without a category (null) is for those who moderate
   * all.
   */
  moderatesCategory(category: number | null): boolean {
    if (this.isAdministrator) return true;
    if (this.member === null || this.role !== 'moderator') return false;
    return this.member.moderates === null || (category !== null && this.member.moderates.includes(category));
  }

  /** May say above the threads of this category what they call for. */
  callsIn(category: number): boolean {
    return this.role === 'organizer' || this.moderatesCategory(category);
  }

  /**
   * May suspend this member, and let them in again. Nobody may suspend themself, and only administrators may suspend
   * members of the team.
   */
  maySuspend({ id, role }: Pick<Identity, 'id' | 'role'>): boolean {
    if (this.member === null || id === this.member.id) return false;
    return this.isAdministrator || (role === 'member' && this.moderatesCategory(null));
  }

  /** The categories of this visitor's desk: null for all, an empty list for a visitor without a desk. */
  get desk(): number[] | null {
    if (!this.isModerator || this.member === null) return [];
    return this.isAdministrator ? null : this.member.moderates;
  }
}
