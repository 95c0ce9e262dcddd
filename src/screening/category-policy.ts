import type { Visitor } from '../visitors/visitor.js';
import type { Phase } from './phase.js';

/** A member is a newcomer until this many of their posts were accepted. */
export const NEWCOMER_UNTIL = 3;

function newcomer(visitor: Visitor): string | null {
  if (visitor.member === null) return 'guest';
  return visitor.member.acceptedCount < NEWCOMER_UNTIL ? 'newcomer' : null;
}

/** Whom the category holds. A policy that this program does not know holds everyone. */
export const categoryPolicy: Phase = ({ visitor, category }) => {
  if (category.hold === 'nobody') return { pass: true };
  if (category.hold !== 'newcomers') return { hold: 'hold-all' };
  const why = newcomer(visitor);
  return why === null ? { pass: true } : { hold: why };
};
