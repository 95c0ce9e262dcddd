import type { ThreadKind } from '../threads/visible.js';
import type { Visitor } from '../visitors/visitor.js';
import { announcesAtOnce } from './organizers-workshop.js';
import { holdFor, type Policy, type ScreenedKind } from './policy.js';

/**
 * Whether what this visitor writes here is read by a person first, as far as the policy says; a text may be held for
 * what stands in it, which only its own preview tells.
 */
export function isReadFirst(
  visitor: Visitor,
  kind: ScreenedKind,
  category: Pick<Policy, 'id' | 'hold' | 'edits' | 'acceptedUntil' | 'organizers'>,
  opens: ThreadKind = 'thread',
): boolean {
  if (announcesAtOnce(visitor, category, opens)) return false;
  if ((kind === 'edit' || kind === 'proposal') && visitor.moderatesCategory(category.id)) return false;
  const hold = holdFor(kind, category);
  if (hold === 'all' || hold === 'nobody') return hold === 'all';
  if (visitor.member === null) return true;
  return hold === 'newcomers' && visitor.member.acceptedCount < category.acceptedUntil;
}
