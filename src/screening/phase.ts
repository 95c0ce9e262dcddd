import type { Hold } from '../threads/visible.js';
import type { Visitor } from '../visitors/visitor.js';

/** All that a phase may look at. */
export interface ScreeningContext {
  readonly visitor: Visitor;
  readonly kind: 'thread' | 'reply' | 'edit';
  readonly category: { readonly id: number; readonly closed: boolean; readonly guestsWrite: boolean; readonly hold: Hold };
}

/** No opinion, a refusal with the code of a text, a hold with its reason, or the one word that lets through. */
export type Opinion = undefined | { refuse: string } | { hold: string } | { pass: true };

export type Phase = (context: ScreeningContext) => Opinion;
