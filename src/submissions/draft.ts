import type { Targets } from './kinds.js';
import type { Typed } from './typed.js';

/** Where a contribution goes, as a form names it: by slugs, ids and numbers. */
export type Target = { [K in keyof Targets]: { kind: K } & Targets[K] }[keyof Targets];

/** What somebody typed and sends, as it comes from a form, and its target. */
export type Draft = Typed & Target;

/** What a sender is told: where to follow the submission, and where the post is if nothing held it. */
export interface Submitted {
  token: string;
  /** By which its follow page is found again: twelve letters in three groups. */
  code: string;
  submission: string;
  published: null | { thread: number; number: number };
}
