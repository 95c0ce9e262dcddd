import type { ThreadKind, VisibleArticle, VisibleCategory } from '../threads/visible.js';
import type { Visitor } from '../visitors/visitor.js';
import type { Policy, ScreenedKind } from './policy.js';

/** What a blocked word does to a text that has it. */
export const WORD_LISTS = ['hold', 'refuse'] as const;
export type WordList = (typeof WORD_LISTS)[number];

/** What is known before a word is written: enough to say whether somebody may write here at all. */
export interface Door {
  readonly visitor: Visitor;
  readonly kind: ScreenedKind;
  readonly category: Pick<VisibleCategory, 'closed' | 'opens' | 'guestsWrite' | 'closesAfter' | 'ofArticles'> &
    Pick<Policy, 'id'>;
  /** Whose section it is for; null in the forum's own threads. */
  readonly article: Pick<VisibleArticle, 'policy' | 'closesAt' | 'removed'> | null;
  /** Of the thread that is answered or changed; null for a new one. */
  readonly lastPostAt: Date | null;
  /** Whether a moderator has locked that thread. */
  readonly locked: boolean;
  readonly now: Date;
}

/** What was looked up for the phases, by one query: they themselves see no table. */
export interface Facts {
  /** Whether the account has been suspended since its session was read. */
  readonly suspended: boolean;
  /** What the same member sent within the last minute; 0 for guests, whom the limit of their network slows down. */
  readonly sentLately: number;
  /** What they may send in that time before somebody looks. */
  readonly mostLately: number;
  /** Whether the same text was sent before: by the same member, or by anyone and published. */
  readonly sentBefore: boolean;
  readonly blocked: Readonly<Record<WordList, readonly string[]>>;
}

/** All that a phase may look at. */
export interface ScreeningContext extends Door {
  readonly category: Policy;
  /** The kind of the thread that it opens, or whose facts it changes. */
  readonly opens: ThreadKind;
  readonly title: string | null;
  readonly text: string;
  /** How many files it brings, and how many of all its files nobody has checked yet. */
  readonly documents: { fresh: number; unchecked: number };
  /** How many addresses the rendered text leads to. */
  readonly links: number;
  readonly facts: Facts;
}

/** Holds that every moderator expects, of which the card of the desk says nothing. */
export type ExpectedHold = 'default' | 'hold-all' | 'guest';
/** Holds of which it says why: each has its words under `desk.held` in both languages, or nothing compiles. */
export type ShownHold =
  'newcomer' | 'blocked-word' | 'long' | 'links' | 'documents' | 'repeated' | 'too-fast' | 'proposal' | 'brought';
type HoldCode = ExpectedHold | ShownHold;
/** Why something waits: a code, and after a colon its detail, such as the word of a list. */
export type HoldReason = HoldCode | `${HoldCode}:${string}`;

/**
 * No opinion; a refusal with the code of a text and the word that it is about; a hold with its reason; `pass`, which
 * publishes at once when no other phase holds; or `release`, which publishes at once without asking the later phases.
 */
export type Opinion =
  undefined | { refuse: string; word?: string } | { hold: HoldReason } | { pass: true } | { release: true };

export type Phase = (context: ScreeningContext) => Opinion;
export type DoorPhase = (door: Door) => Opinion;
