import { MOST_A_MINUTE } from '../src/screening/too-fast.js';
import type { Facts, ScreeningContext } from '../src/screening/phase.js';
import type { Policy } from '../src/screening/policy.js';
import { type Role, Visitor } from '../src/visitors/visitor.js';

export const NOON = new Date('2026-11-22T12:00:00Z');

const ROOM: Policy = {
  id: 1,
  closed: false,
  opens: 'everyone',
  takes: ['thread'],
  guestsWrite: true,
  hold: 'nobody',
  acceptedUntil: 3,
  edits: 'as-posts',
  organizers: 'as-everyone',
  closesAfter: null,
  ofArticles: false,
  documents: 'nobody',
  documentsHeld: true,
};
const NOTHING: Facts = {
  suspended: false,
  sentLately: 0,
  mostLately: MOST_A_MINUTE,
  sentBefore: false,
  blocked: { hold: [], refuse: [] },
};

export interface Given extends Partial<Omit<ScreeningContext, 'category' | 'facts'>> {
  category?: Partial<Policy>;
  facts?: Partial<Facts>;
}

export function member(acceptedCount: number, role: Role = 'member', moderates: number[] | null = []): Visitor {
  return Visitor.of({ id: 7, name: 'Ada', role, language: null, acceptedCount, moderates }, null);
}

/** A plain reply by a guest where nothing holds anybody, but for what is given. */
export function context({ category, facts, ...given }: Given = {}): ScreeningContext {
  return {
    visitor: Visitor.guest(),
    kind: 'reply',
    article: null,
    lastPostAt: NOON,
    locked: false,
    now: NOON,
    opens: 'thread',
    title: null,
    text: 'Un mot de la rue.',
    links: 0,
    documents: { fresh: 0, unchecked: 0 },
    ...given,
    category: { ...ROOM, ...category },
    facts: { ...NOTHING, ...facts },
  };
}
