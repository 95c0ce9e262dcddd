import type { Language } from '../visitors/visitor.js';

interface Sent {
  text: string;
  /** A guest's pseudonym as typed; ignored for members. */
  name: string;
  email: string;
  /** The form's idempotency key. */
  key: string;
  /** Language of the page that the form stood on: it decides the typography. */
  language: Language;
}

/** What somebody wishes to publish, as it comes from a form: nothing of it is checked yet. */
export type Draft = Sent & (
  | { kind: 'thread'; category: string; title: string }
  | { kind: 'reply'; thread: number; replyTo?: number | null }
  /** The lines of one's own page. */
  | { kind: 'profile' }
  | {
    kind: 'comment';
    /** Slug. */
    site: string;
    identifier: string;
    /** What the site has signed; not asked for where the article is known. */
    title?: string | undefined;
    url?: string | undefined;
    signature?: string | undefined;
    replyTo?: number | null;
  }
  | {
    kind: 'edit';
    thread: number;
    number: number;
    title?: string;
    /** The `change` of the post that its author read. */
    version: number;
    /** Token of the follow page, by which a guest proves to be the author. */
    follow?: string;
  }
);

/** What a sender is told: where to follow it, and where it stands if nothing held it. */
export interface Received {
  token: string;
  /** By which its follow page is found again: twelve letters in three groups. */
  code: string;
  submission: string;
  published: null | { thread: number; number: number };
}
