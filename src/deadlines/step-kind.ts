/**
 * What can happen in a case. The one list: forms, pages, exports, rules and tests read it. Each kind has the outcomes
 * that a step of it may have; `follows` is what such a step cannot come before. `arrives` says that what it follows has
 * arrived with the other side. That is certain to happen: until its own day is known, that of what it follows counts as
 * the earliest.
 * `theirs`: an act of the authority, of a court or of the CADA, and not of ours. `ofRequest`: it belongs to one
 * request. `announced`: it may be dated on a day to come.
 */
const KINDS = {
  vote: { theirs: true },
  contract: { theirs: true },
  count: {},
  press: {},
  request: {},
  receipt: { follows: 'request', arrives: true, theirs: true, ofRequest: true },
  answer: { outcomes: ['all', 'part', 'refusal'], follows: 'request', theirs: true, ofRequest: true },
  cada: { follows: 'request', ofRequest: true },
  'cada-number': { follows: 'cada', arrives: true, theirs: true, ofRequest: true },
  opinion: {
    outcomes: ['favourable', 'part', 'unfavourable', 'pointless', 'not-theirs'],
    follows: 'cada',
    theirs: true,
    ofRequest: true,
  },
  'confirmed-refusal': { follows: 'cada', theirs: true, ofRequest: true },
  court: { follows: 'request', ofRequest: true, announced: true },
  judgement: { outcomes: ['won', 'part', 'lost'], follows: 'court', theirs: true, ofRequest: true },
  documents: { follows: 'request', theirs: true, ofRequest: true },
  workshop: { announced: true },
  post: {},
} as const;

export type StepKind = keyof typeof KINDS;

interface StepProperties {
  outcomes?: readonly string[];
  follows?: StepKind;
  arrives?: true;
  theirs?: true;
  ofRequest?: true;
  announced?: true;
}

const PROPERTIES: Readonly<Record<StepKind, StepProperties>> = KINDS;

export const STEP_KINDS = Object.keys(KINDS) as StepKind[];

/** The outcomes that a step of this kind may have; empty for none. */
export function outcomesOf(kind: StepKind): readonly string[] {
  return PROPERTIES[kind].outcomes ?? [];
}

/** What a step of this kind cannot come before; null for nothing. */
export function predecessorOf(kind: StepKind): StepKind | null {
  return PROPERTIES[kind].follows ?? null;
}

/**
 * The kind of step whose day is the earliest that a step of this kind can have, while nobody knows its own day; null
 * for none.
 */
export function earliestOf(kind: StepKind): StepKind | null {
  return PROPERTIES[kind].arrives === true ? predecessorOf(kind) : null;
}

/** Whether it is an act of the authority, a court or the CADA. */
export function isTheirs(kind: StepKind): boolean {
  return PROPERTIES[kind].theirs === true;
}

/** Whether a step of this kind belongs to one request. */
export function isOfRequest(kind: StepKind): boolean {
  return PROPERTIES[kind].ofRequest === true;
}

/** Whether it may be dated on a day to come. */
export function isAnnounced(kind: StepKind): boolean {
  return PROPERTIES[kind].announced === true;
}

/** What the clock has to know of a step. `dated` is as exact as is known: `2026`, `2026-11`, `2026-11-28`. */
export interface Happened {
  kind: StepKind;
  outcome: string | null;
  dated: string;
}
